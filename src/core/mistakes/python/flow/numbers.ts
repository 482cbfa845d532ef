import { calleeText, child, positional, textOf, unwrap, type SyntaxNode } from '../syntax/node';
import type { Inference } from '../semantics/infer';
import { libraryCallees } from '../analysis';

/** The numbers that a call passes for a function's parameters, by name. */
export type Passed = ReadonlyMap<string, number>;

const nothing: Passed = new Map();
const deepest = 12;

/** The number an expression certainly is, as literals, constants and what is passed for parameters tell. */
export function numberOf(
  expression: SyntaxNode,
  infer: Inference,
  passed: Passed = nothing,
  depth = 0,
): number | undefined {
  const node = unwrap(expression);
  const of = (part: SyntaxNode | undefined): number | undefined =>
    part === undefined || depth > deepest ? undefined : numberOf(part, infer, passed, depth + 1);
  switch (node.type) {
    case 'integer':
    case 'float':
      return literal(textOf(node));
    case 'binary_operator':
      return operate(
        textOf(child(node, 'operator') ?? node),
        of(child(node, 'left')),
        of(child(node, 'right')),
      );
    case 'call':
      return calleeText(node) === 'int' && positional(node).length === 1
        ? of(positional(node)[0])
        : undefined;
    case 'identifier': {
      const bindings = infer.model(node).scopeOf(node).bindingsOf(textOf(node)) ?? [];
      const [binding] = bindings;
      if (binding === undefined || bindings.length !== 1) {
        return undefined;
      }
      if (binding.kind === 'parameter') {
        return passed.get(textOf(node));
      }
      return binding.kind === 'assignment' ? of(binding.value) : undefined;
    }
    default:
      return undefined;
  }
}

function literal(text: string): number | undefined {
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? value : undefined;
}

function operate(operator: string, left: number | undefined, right: number | undefined): number | undefined {
  if (left === undefined || right === undefined) {
    return undefined;
  }
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '//':
      return right === 0 ? undefined : Math.floor(left / right);
    case '**':
      return left ** right;
    default:
      return undefined;
  }
}

/** How many items an iterable certainly has: `range`, and what passes one on. */
export function lengthOf(
  iterable: SyntaxNode,
  infer: Inference,
  passed: Passed = nothing,
): number | undefined {
  const node = unwrap(iterable);
  if (node.type !== 'call') {
    return undefined;
  }
  const paths = libraryCallees(node, infer);
  const [first, second, third] = positional(node);
  if (paths.length !== 1 || first === undefined) {
    return undefined;
  }
  if (paths[0] === 'builtins.range') {
    const from = second === undefined ? 0 : numberOf(first, infer, passed);
    const to = numberOf(second ?? first, infer, passed);
    const step = third === undefined ? 1 : numberOf(third, infer, passed);
    return from === undefined || to === undefined || step === undefined || step === 0
      ? undefined
      : Math.max(0, Math.ceil((to - from) / step));
  }
  return transparent.has(paths[0] ?? '') ? lengthOf(first, infer, passed) : undefined;
}

const transparent = new Set(['builtins.enumerate', 'builtins.reversed', 'builtins.list', 'tqdm.tqdm']);
