import { child, textOf, unwrap, type SyntaxNode } from '../syntax/node';
import { classes, gives } from '../library/facts';
import { bindingValue } from './bindings';
import { annotated } from './annotations';
import { attributeOf, superclassesOf } from './attributes';
import { callResult } from './calls';
import type { ModuleModel } from './model';
import type { Project } from './project';
import { reachingBinding } from './reaching';
import type { Binding } from './scope';
import { mayReachEnd } from './exits';
import { follow, objects, union, type ClassInfo, type FunctionInfo, type Value, type Values } from './values';

const deepest = 60;
const plain: Values = [{ kind: 'plain' }];
const plainTypes = new Set([
  'string',
  'concatenated_string',
  'integer',
  'float',
  'true',
  'false',
  'dictionary',
  'dictionary_comprehension',
  'comparison_operator',
  'not_operator',
]);
const collections = new Set(['list', 'tuple', 'set', 'expression_list']);
const comprehensions = new Set(['list_comprehension', 'set_comprehension', 'generator_expression']);

const oftenNotImported = new Set(['asyncio', 'time', 'requests']);

/** A name nobody binds is Python's own, or a module whose import was forgotten. */
function unbound(name: string): string {
  return oftenNotImported.has(name) ? name : `builtins.${name}`;
}

/** An element of a list; a library's class with type arguments is that class. */
function subscripted(value: Value): Values {
  if (value.kind === 'iterable') {
    return value.element;
  }
  return value.kind === 'external' && (classes.has(value.path) || gives.has(value.path))
    ? [value]
    : undefined;
}

/** Works out what expressions may be at run time. Whatever it is not sure of is unknown. */
export class Inference {
  private readonly expressions = new Map<SyntaxNode, Values>();
  private readonly bindings = new Map<SyntaxNode, Values>();
  private readonly returns = new Map<SyntaxNode, Values>();
  private readonly callees = new Map<SyntaxNode, readonly string[]>();
  private depth = 0;

  constructor(readonly project: Project) {}

  /** What an expression may be. Recursive definitions and very deep ones are unknown. */
  evaluate(node: SyntaxNode): Values {
    return this.once(this.expressions, node, () => this.expression(unwrap(node)));
  }

  /** The library names a call may call, when each possible callee is one. */
  libraryPaths(call: SyntaxNode): readonly string[] {
    const known = this.callees.get(call);
    if (known !== undefined) {
      return known;
    }
    const callee = call.children[0];
    const values = callee && this.evaluate(callee);
    const paths = (values ?? []).flatMap((value) => (value.kind === 'external' ? [value.path] : []));
    const all = paths.length === values?.length ? paths : [];
    if (this.depth === 0) {
      this.callees.set(call, all);
    }
    return all;
  }

  /** What a name may stand for in the scope of `from`. */
  name(name: string, from: SyntaxNode): Values {
    const found = this.model(from).scopeOf(from).resolve(name);
    if (found === 'unknown') {
      return undefined;
    }
    if (found === 'builtin') {
      return [{ kind: 'external', path: unbound(name) }];
    }
    const only = found.length > 1 ? reachingBinding(found, from, this.model(from)) : undefined;
    return this.bound(only === undefined ? found : [only]);
  }

  /** What a dotted name may stand for in the scope of `from`. */
  path([first = '', ...rest]: readonly string[], from: SyntaxNode): Values {
    return rest.reduce<Values>(
      (values, name) => follow(values, (value) => attributeOf(value, name, this)),
      this.name(first, from),
    );
  }

  /** What a value with this annotation may be. */
  annotation(node: SyntaxNode): Values {
    return annotated(node, this);
  }

  /** What any of a name's bindings may give it. */
  bound(bindings: readonly Binding[]): Values {
    return union(
      bindings.map((binding) => this.once(this.bindings, binding.node, () => bindingValue(binding, this))),
    );
  }

  /** What a call of the function returns; for a coroutine function, what awaiting it gives. */
  returned(info: FunctionInfo): Values {
    return this.once(this.returns, info.node, () => {
      const annotation = child(info.node, 'return_type');
      const declared = annotation === undefined ? undefined : annotated(annotation, this);
      if (declared !== undefined || info.isGenerator) {
        return declared;
      }
      const body = child(info.node, 'body');
      if (info.node.type === 'lambda') {
        return body === undefined ? undefined : this.evaluate(body);
      }
      const exits = this.model(info.node).returns.get(info.node) ?? [];
      const values = union([
        ...exits.map(({ children: [value] }): Values =>
          value === undefined ? [{ kind: 'none' }] : this.evaluate(value),
        ),
        mayReachEnd(body) ? [{ kind: 'none' }] : [],
      ]);
      return values?.every(({ kind }) => kind === 'none') === true ? plain : values;
    });
  }

  /** What awaiting such a value gives. */
  awaited(value: Value): Values {
    if (value.kind !== 'coroutine') {
      return undefined;
    }
    if (value.of !== undefined) {
      return this.returned(value.of);
    }
    return value.result === undefined ? undefined : objects(value.result);
  }

  /** The file that a node belongs to. */
  model(node: SyntaxNode): ModuleModel {
    return this.project.modelOf(node.tree);
  }

  /** The classes of the same file that inherit from this one. */
  subclasses(info: ClassInfo): readonly ClassInfo[] {
    return [...info.model.classes.values()].filter(
      (other) =>
        other !== info &&
        superclassesOf(other, this).some((base) => base?.kind === 'class' && base.info === info),
    );
  }

  private collection(node: SyntaxNode): Values {
    const items = node.children.map((element) => this.evaluate(element));
    const fixed =
      /^(?:tuple|expression_list)$/.test(node.type) &&
      node.children.every(({ type }) => type !== 'list_splat');
    return [{ kind: 'iterable', element: union(items), ...(fixed ? { items } : {}) }];
  }

  private once(known: Map<SyntaxNode, Values>, node: SyntaxNode, work: () => Values): Values {
    if (known.has(node)) {
      return known.get(node);
    }
    if (this.depth > deepest) {
      return undefined;
    }
    known.set(node, undefined);
    this.depth += 1;
    const values = work();
    this.depth -= 1;
    known.set(node, values);
    return values;
  }

  private expression(node: SyntaxNode): Values {
    const part = (field: string): Values => {
      const found = child(node, field);
      return found === undefined ? undefined : this.evaluate(found);
    };
    if (plainTypes.has(node.type)) {
      return plain;
    }
    if (collections.has(node.type)) {
      return this.collection(node);
    }
    if (comprehensions.has(node.type)) {
      return [{ kind: 'iterable', element: part('body') }];
    }
    switch (node.type) {
      case 'none':
        return [{ kind: 'none' }];
      case 'identifier':
        return this.name(textOf(node), node);
      case 'attribute': {
        const name = child(node, 'attribute');
        return name && follow(part('object'), (value) => attributeOf(value, textOf(name), this));
      }
      case 'call':
        return callResult(node, this);
      case 'await':
        return node.children[0] && follow(this.evaluate(node.children[0]), (value) => this.awaited(value));
      case 'named_expression':
        return part('value');
      case 'conditional_expression':
        return union([node.children[0], node.children[2]].map((branch) => branch && this.evaluate(branch)));
      case 'boolean_operator':
        return union([part('left'), part('right')]);
      case 'lambda': {
        const info = this.model(node).functions.get(node);
        return info && [{ kind: 'function', info }];
      }
      case 'binary_operator':
        return follow(part('left'), (value) =>
          value.kind === 'object' && value.path === 'pathlib.Path' ? [value] : undefined,
        );
      case 'subscript':
        return follow(part('value'), subscripted);
      default:
        return undefined;
    }
  }
}
