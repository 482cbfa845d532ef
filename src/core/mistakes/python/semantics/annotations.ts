import { child, textOf, unwrap, type SyntaxNode } from '../syntax/node';
import { classes } from '../library/facts';
import type { Inference } from './infer';
import { follow, union, type Value, type Values } from './values';

const transparent = new Set([
  'Optional',
  'Annotated',
  'Final',
  'ClassVar',
  'Union',
  'Required',
  'NotRequired',
]);
const coroutineTypes = new Set(['Coroutine']);
const iterables = new Set([
  'list',
  'List',
  'set',
  'Set',
  'frozenset',
  'Sequence',
  'Iterable',
  'Iterator',
  'Collection',
  'tuple',
  'Tuple',
]);
const plainTypes = new Set(['str', 'int', 'float', 'bool', 'bytes', 'dict']);

/** What a value with this annotation may be. */
export function annotated(annotation: SyntaxNode, infer: Inference): Values {
  const node = unwrap(annotation);
  switch (node.type) {
    case 'none':
      return [{ kind: 'none' }];
    case 'string':
      return quoted(textOf(node), node, infer);
    case 'identifier':
    case 'attribute':
      return follow(infer.evaluate(node), instanceOf);
    case 'binary_operator':
    case 'union_type':
      return union(
        node.children.filter(({ field }) => field !== 'operator').map((part) => annotated(part, infer)),
      );
    case 'generic_type':
    case 'subscript':
      return generic(node, infer);
    default:
      return undefined;
  }
}

function generic(node: SyntaxNode, infer: Inference): Values {
  const [base, ...rest] = node.children;
  if (base === undefined) {
    return undefined;
  }
  const inner = rest.flatMap((part) => (part.type === 'type_parameter' ? part.children : [part]));
  const name = /\w*$/.exec(textOf(base))?.[0] ?? '';
  if (transparent.has(name)) {
    const parts = name === 'Annotated' ? inner.slice(0, 1) : inner;
    return union(parts.map((part) => annotated(part, infer)));
  }
  if (coroutineTypes.has(name)) {
    return [{ kind: 'coroutine', of: undefined, result: undefined }];
  }
  if (iterables.has(name) && inner[0] !== undefined) {
    return [{ kind: 'iterable', element: annotated(inner[0], infer) }];
  }
  return annotated(base, infer);
}

/** An annotation in quotes: names and `|` are understood, anything else is not. */
function quoted(text: string, from: SyntaxNode, infer: Inference): Values {
  const content = text.replace(/^\w*["']+|["']+$/g, '').trim();
  const optional = /^(?:\w+\.)?Optional\[(.*)\]$/.exec(content)?.[1] ?? content;
  return union(
    optional.split('|').map((part) => {
      const names = part.trim().split('.');
      if (!names.every((name) => /^[^\W\d]\w*$/.test(name))) {
        return undefined;
      }
      if (names[0] === 'None') {
        return [{ kind: 'none' }];
      }
      return follow(infer.path(names, from), instanceOf);
    }),
  );
}

function instanceOf(value: Value): Values {
  switch (value.kind) {
    case 'class':
      return [{ kind: 'instance', info: value.info, exact: false }];
    case 'none':
      return [value];
    case 'external': {
      const carrier = classes.get(value.path);
      if (carrier !== undefined) {
        return [{ kind: 'object', path: carrier }];
      }
      const builtin = /^builtins\.(\w+)$/.exec(value.path)?.[1];
      return builtin !== undefined && plainTypes.has(builtin) ? [{ kind: 'plain' }] : undefined;
    }
    default:
      return undefined;
  }
}

/** The text of a class's keyword such as `metaclass`, if any. */
export function classKeyword(definition: SyntaxNode, name: string): SyntaxNode | undefined {
  return child(definition, 'superclasses')?.children.find((part) => {
    const key = part.type === 'keyword_argument' ? child(part, 'name') : undefined;
    return key !== undefined && textOf(key) === name;
  });
}
