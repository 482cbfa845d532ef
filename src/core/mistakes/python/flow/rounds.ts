import * as l10n from '@vscode/l10n';
import { libraryCallees } from '../analysis';
import type { Inference } from '../semantics/infer';
import {
  argumentsOf,
  child,
  contains,
  descendants,
  keyword,
  positional,
  textOf,
  type SyntaxNode,
} from '../syntax/node';
import { lengthOf, numberOf, type Passed } from './numbers';
import { suspends } from './suspension';

/** Rounds of Python code that take some 50 ms or more. */
const manyRounds = 1_000_000;
/** Items that a function written in C takes some 50 ms for. */
const manyItems = 5_000_000;
const comprehensions = new Set([
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

/** What makes this node a long calculation by itself, in words; undefined when nothing certainly does. */
export function workAt(
  node: SyntaxNode,
  own: readonly SyntaxNode[],
  infer: Inference,
  passed: Passed | undefined,
): string | undefined {
  if (node.type === 'for_statement' || node.type === 'while_statement') {
    const rounds = roundsOf(node, own, infer, passed);
    return rounds !== undefined && rounds >= manyRounds
      ? l10n.t('{0} rounds of a loop', shown(rounds))
      : undefined;
  }
  if (comprehensions.has(node.type) && node.type !== 'generator_expression') {
    return comprehended(node, infer, passed);
  }
  return node.type === 'call' ? consumed(node, infer, passed) : undefined;
}

/** A number for a message. */
export function shown(count: number): string {
  return Math.min(count, 1e15).toLocaleString('en-US');
}

/** How often a loop's innermost statements run; undefined when that is not certain or the loop lets others run. */
function roundsOf(
  loop: SyntaxNode,
  own: readonly SyntaxNode[],
  infer: Inference,
  passed: Passed | undefined,
): number | undefined {
  const inside = own.filter((node) => contains(loop, node));
  if (inside.some((node) => suspends(node) || /^(?:break|return|raise)_statement$|^yield$/.test(node.type))) {
    return undefined;
  }
  const rounds = ownRounds(loop, inside, infer, passed);
  if (rounds === undefined) {
    return undefined;
  }
  const nested = inside.flatMap((node) =>
    node !== loop && (node.type === 'for_statement' || node.type === 'while_statement')
      ? [roundsOf(node, inside, infer, passed) ?? 1]
      : [],
  );
  return rounds * Math.max(1, ...nested);
}

function ownRounds(
  loop: SyntaxNode,
  inside: readonly SyntaxNode[],
  infer: Inference,
  passed: Passed | undefined,
): number | undefined {
  if (loop.type === 'for_statement') {
    const iterable = child(loop, 'right');
    return iterable && lengthOf(iterable, infer, passed);
  }
  const [left, operator, right] = child(loop, 'condition')?.children ?? [];
  if (left?.type !== 'identifier' || right === undefined || !/^<=?$/.test(operator?.type ?? '')) {
    return undefined;
  }
  const block = child(loop, 'body');
  const step = inside.find(
    (node) =>
      node.type === 'augmented_assignment' &&
      node.parent?.parent === block &&
      textOf(child(node, 'left') ?? node) === textOf(left) &&
      child(node, 'operator')?.type === '+=',
  );
  const by = step && numberOf(child(step, 'right') ?? step, infer, passed);
  const until = numberOf(right, infer, passed);
  return by === undefined || by <= 0 || until === undefined ? undefined : until / by;
}

function comprehended(node: SyntaxNode, infer: Inference, passed: Passed | undefined): string | undefined {
  const rounds = itemsOf(node, infer, passed);
  const waits = descendants(node).some(suspends);
  const all = rounds === undefined ? 0 : rounds * insideOf(node, infer, passed);
  return all >= manyRounds && !waits ? l10n.t('{0} items', shown(all)) : undefined;
}

function itemsOf(node: SyntaxNode, infer: Inference, passed: Passed | undefined): number | undefined {
  const clauses = node.children.filter(({ type }) => type === 'for_in_clause');
  const lengths = clauses.map((clause) => {
    const iterable = child(clause, 'right');
    return iterable && lengthOf(iterable, infer, passed);
  });
  return lengths.reduce<number | undefined>(
    (product, length) => (product === undefined || length === undefined ? undefined : product * length),
    1,
  );
}

/** How many items the comprehension that another one makes for each of its items has. */
function insideOf(node: SyntaxNode, infer: Inference, passed: Passed | undefined): number {
  const [body] = node.children;
  return body !== undefined && comprehensions.has(body.type) && body.type !== 'generator_expression'
    ? (itemsOf(body, infer, passed) ?? 1) * insideOf(body, infer, passed)
    : 1;
}

const consumers = new Set(
  ['sum', 'min', 'max', 'list', 'set', 'tuple', 'sorted', 'frozenset', 'dict', 'len']
    .map((name) => `builtins.${name}`)
    .concat('math.prod', 'math.fsum', 'functools.reduce', 'statistics.mean', 'collections.deque'),
);

/** Calls that go through a long range or generator, and those that are made to be slow. */
function consumed(call: SyntaxNode, infer: Inference, passed: Passed | undefined): string | undefined {
  const [path, ...others] = libraryCallees(call, infer);
  if (path === undefined || others.length > 0) {
    return undefined;
  }
  if (slow.has(path)) {
    return isSlow(call, path, infer) ? l10n.t('a hash that is slow on purpose') : undefined;
  }
  if (!consumers.has(path)) {
    return undefined;
  }
  const bare = child(call, 'arguments');
  for (const argument of bare?.type === 'generator_expression' ? [bare] : argumentsOf(call)) {
    const length = lengthOf(argument, infer, passed);
    if (length !== undefined && length >= manyItems && path !== 'builtins.len') {
      return l10n.t('{0} items', shown(length));
    }
    const what = comprehensions.has(argument.type) ? comprehended(argument, infer, passed) : undefined;
    if (what !== undefined) {
      return what;
    }
  }
  return undefined;
}

const slow = new Set(['hashlib.pbkdf2_hmac', 'hashlib.scrypt', 'bcrypt.hashpw', 'bcrypt.checkpw']);
const manyHashes = 50_000;

function isSlow(call: SyntaxNode, path: string, infer: Inference): boolean {
  if (path !== 'hashlib.pbkdf2_hmac') {
    return true;
  }
  const times = keyword(call, 'iterations') ?? positional(call)[3];
  return times !== undefined && (numberOf(times, infer) ?? 0) >= manyHashes;
}
