import { type SyntaxNode } from '../syntax/node';
import { keepers, properties } from '../library/facts';
import { resultOf } from './calls';
import type { Inference } from './infer';
import { follow, type FunctionInfo, type Value, type Values } from './values';

const overloads = new Set(['typing.overload', 'typing_extensions.overload']);

/** What a `def` or `class` statement binds, after its decorators. An unknown decorator makes it unknown. */
export function decorated(definition: SyntaxNode, infer: Inference): Values {
  let values = undecorated(definition, infer);
  for (const decorator of decoratorsOf(definition).toReversed()) {
    values = apply(decorator, values, infer);
  }
  return values;
}

/** The expressions behind the `@` of a definition, in the order of the text. */
export function decoratorsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const { parent } = definition;
  return parent?.type === 'decorated_definition'
    ? parent.children.flatMap((part) => (part.type === 'decorator' ? part.children.slice(0, 1) : []))
    : [];
}

function undecorated(definition: SyntaxNode, infer: Inference): Values {
  const model = infer.model(definition);
  if (definition.type === 'class_definition') {
    const info = model.classes.get(definition);
    return info && [{ kind: 'class', info }];
  }
  const info = model.functions.get(definition);
  return info && [{ kind: 'function', info }];
}

function apply(decorator: SyntaxNode, values: Values, infer: Inference): Values {
  if (/^\w+\.(setter|deleter|getter)$/.test(decorator.tree.text.slice(decorator.start, decorator.end))) {
    return [];
  }
  return follow(infer.evaluate(decorator), (value) => {
    if (value.kind === 'external') {
      return applyLibrary(value.path, values);
    }
    return value.kind === 'function' ? applyOwn(value.info, values, infer) : undefined;
  });
}

function applyLibrary(path: string, values: Values): Values {
  if (overloads.has(path)) {
    return [];
  }
  if (properties.has(path)) {
    return follow(values, (value) =>
      value.kind === 'function' ? [{ kind: 'property', info: value.info }] : undefined,
    );
  }
  return keepers.has(path) ? values : undefined;
}

/** A decorator of the learner's own gives back what it got, or a function that it defines. */
function applyOwn(decorator: FunctionInfo, values: Values, infer: Inference): Values {
  const exits = infer.model(decorator.node).returns.get(decorator.node) ?? [];
  if (exits.length > 0 && exits.every((exit) => isParameter(exit.children[0], decorator, infer))) {
    return values;
  }
  return follow(resultOf({ kind: 'function', info: decorator }, infer), (value: Value) =>
    value.kind === 'function' ? [value] : undefined,
  );
}

function isParameter(node: SyntaxNode | undefined, owner: FunctionInfo, infer: Inference): boolean {
  if (node?.type !== 'identifier') {
    return false;
  }
  const found = infer.model(node).scopeOf(node).bindingsOf(node.tree.text.slice(node.start, node.end));
  return (
    found?.every(
      (binding) => binding.kind === 'parameter' && binding.first && binding.definition === owner.node,
    ) === true
  );
}
