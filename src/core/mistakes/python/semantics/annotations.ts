import { child, textOf, unwrap, type SyntaxNode } from '../syntax/node';
import { classes } from '../library/facts';
import type { Inference } from './infer';
import { readType, type WrittenType } from './written-types';
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
const coroutineTypes = new Set(['Coroutine', 'CoroutineType']);
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

/** The path under which the tables know whatever is annotated as a function that returns an awaitable. */
const asyncCallback = 'typing.Callable.Awaitable';

/** What a value with this annotation may be. */
export function annotated(annotation: SyntaxNode, infer: Inference): Values {
  const node = unwrap(annotation);
  switch (node.type) {
    case 'none':
      return [{ kind: 'none' }];
    case 'string':
      return quoted(textOf(node), node, infer);
    case 'identifier':
    case 'attribute': {
      const alias = aliasOf(node, infer);
      if (alias !== undefined) {
        return annotated(alias, infer);
      }
      return follow(infer.evaluate(node), instanceOf);
    }
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

/** The type that a name stands for below `Handler = Callable[…]`. */
function aliasOf(name: SyntaxNode, infer: Inference): SyntaxNode | undefined {
  const bindings =
    name.type === 'identifier' ? infer.model(name).scopeOf(name).bindingsOf(textOf(name)) : undefined;
  const [only, ...others] = bindings ?? [];
  const value = only?.kind === 'assignment' && others.length === 0 ? only.value : undefined;
  return value?.type === 'subscript' && value.end <= name.start ? value : undefined;
}

function generic(node: SyntaxNode, infer: Inference): Values {
  const [base, ...rest] = node.children;
  if (base === undefined) {
    return undefined;
  }
  const inner = rest.flatMap((part) => (part.type === 'type_parameter' ? part.children : [part]));
  const name = /\w*$/.exec(textOf(base))?.[0] ?? '';
  const result = name === 'Callable' ? inner.at(-1) : undefined;
  if (result !== undefined && inner.length > 1) {
    return /^(?:\w+\.)*(?:Awaitable|Coroutine)(?:\[[^|]*\])?$/.test(textOf(result))
      ? [{ kind: 'external', path: asyncCallback }]
      : undefined;
  }
  return applied(
    name,
    inner.map((part) => () => annotated(part, infer)),
    () => annotated(base, infer),
  );
}

/** A type with arguments: what its name and they make of it. */
function applied(name: string, inner: readonly (() => Values)[], base: () => Values): Values {
  const [first] = inner;
  if (transparent.has(name)) {
    const parts = name === 'Annotated' ? inner.slice(0, 1) : inner;
    return union([...parts.map((part) => part()), name === 'Optional' ? [{ kind: 'none' }] : []]);
  }
  if (coroutineTypes.has(name)) {
    return [{ kind: 'coroutine', of: undefined, result: undefined }];
  }
  return iterables.has(name) && first !== undefined ? [{ kind: 'iterable', element: first() }] : base();
}

/** An annotation in quotes. */
function quoted(text: string, from: SyntaxNode, infer: Inference): Values {
  const written = readType(text.replace(/^\w*["']+|["']+$/g, ''));
  return written && ofWritten(written, from, infer);
}

function ofWritten(type: WrittenType, from: SyntaxNode, infer: Inference): Values {
  if (type.kind === 'union') {
    return union(type.parts.map((part) => ofWritten(part, from, infer)));
  }
  const { path, inner } = type;
  const base = (): Values =>
    path[0] === 'None' ? [{ kind: 'none' }] : follow(infer.path(path, from), instanceOf);
  return inner.length === 0
    ? base()
    : applied(
        path.at(-1) ?? '',
        inner.map((part) => () => ofWritten(part, from, infer)),
        base,
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
