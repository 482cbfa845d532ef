import { callWith, takes } from './takers';
import { child, isAsync, textOf, type SyntaxNode } from '../syntax/node';
import type { Inference } from '../semantics/infer';
import { consumers, drains, showers } from '../library/consumers';
import { assertions } from '../library/unittest';

/** How a value is used as if it were a plain one. */
export type Misuse =
  | 'condition'
  | 'comparison'
  | 'operator'
  | 'text'
  | 'index'
  | 'attribute'
  | 'call'
  | 'loop'
  | 'context'
  | 'unpack'
  | 'argument'
  | 'match';

/** What becomes of the value of an expression. `kept` covers all that may be right: awaited, returned, passed on. */
export type Use =
  | { readonly kind: 'kept' }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'misused'; readonly as: Misuse; readonly at: SyntaxNode }
  /** Put in a variable, or in one of several; `many` when it is a list of such values. */
  | { readonly kind: 'assigned'; readonly name: SyntaxNode; readonly many: boolean };

const kept: Use = { kind: 'kept' };
const ofCoroutines = /^(send|throw|close|__await__|__class__|__name__|__qualname__|cr_\w+|gi_\w+)$/;
const displays = new Set(['list', 'tuple', 'set', 'expression_list']);
const comprehensions = new Set(['list_comprehension', 'set_comprehension']);

/** What becomes of the expression's value, looking outward from it. */
export function useOf(expression: SyntaxNode, infer: Inference): Use {
  let node = expression;
  let many = false;
  for (;;) {
    const { parent } = node;
    if (parent === undefined) {
      return kept;
    }
    if (passesOn(node, parent)) {
      node = parent;
      continue;
    }
    const item =
      parent.type === 'expression_list' || parent.type === 'tuple' ? itemOf(node, parent) : undefined;
    if (item !== undefined && !many) {
      return { kind: 'assigned', name: item, many: false };
    }
    if (parent.type === 'generator_expression' && node.field === 'body') {
      const taker = callWith(parent);
      return taker !== undefined && takes(taker, drains, infer)
        ? { kind: 'misused', as: 'argument', at: parent }
        : kept;
    }
    if (displays.has(parent.type) || (comprehensions.has(parent.type) && node.field === 'body')) {
      many = true;
      node = parent;
      continue;
    }
    return many ? useOfMany(node, parent, infer) : useIn(node, parent, infer);
  }
}

/** The name that gets this very item in `a, b = f(), g()`. */
function itemOf(node: SyntaxNode, list: SyntaxNode): SyntaxNode | undefined {
  const left =
    list.parent?.type === 'assignment' && list.field === 'right' ? child(list.parent, 'left') : undefined;
  const parts = left !== undefined && /^(?:pattern_list|tuple_pattern)$/.test(left.type) ? left.children : [];
  const target = parts[list.children.indexOf(node)];
  const plain = [...parts, ...list.children].every(({ type }) => !type.startsWith('list_splat'));
  return plain && parts.length === list.children.length && target?.type === 'identifier' ? target : undefined;
}

function passesOn(node: SyntaxNode, parent: SyntaxNode): boolean {
  switch (parent.type) {
    case 'parenthesized_expression':
      return true;
    case 'conditional_expression':
      return parent.children[1] !== node;
    case 'boolean_operator':
      return node.field === 'right';
    case 'named_expression':
      return node.field === 'value';
    default:
      return false;
  }
}

function useOfMany(node: SyntaxNode, parent: SyntaxNode, infer: Inference): Use {
  if (parent.type === 'expression_statement') {
    return { kind: 'dropped' };
  }
  if (!comprehensions.has(node.type) && node.type !== 'list') {
    return kept;
  }
  const use = useIn(node, parent, infer);
  if (use.kind === 'assigned') {
    return { ...use, many: true };
  }
  const drained =
    use.kind === 'misused' && use.at.parent?.type === 'call' && takes(use.at.parent, drains, infer);
  return use.kind === 'misused' && (drained || isShown(use, infer)) ? use : kept;
}

function useIn(node: SyntaxNode, parent: SyntaxNode, infer: Inference): Use {
  if (parent.type === 'expression_statement') {
    return node.type === 'named_expression' ? kept : { kind: 'dropped' };
  }
  if (parent.type === 'assignment' && node.field === 'right') {
    return assignedTo(parent);
  }
  const as = misuse(node, parent, infer);
  return as === undefined ? kept : { kind: 'misused', as, at: parent };
}

function assignedTo(statement: SyntaxNode): Use {
  const target = child(statement, 'left');
  if (
    target?.type === 'pattern_list' ||
    target?.type === 'tuple_pattern' ||
    target?.type === 'list_pattern'
  ) {
    return { kind: 'misused', as: 'unpack', at: statement };
  }
  const single = statement.parent?.type === 'expression_statement';
  return target?.type === 'identifier' && single ? { kind: 'assigned', name: target, many: false } : kept;
}

function misuse(node: SyntaxNode, parent: SyntaxNode, infer: Inference): Misuse | undefined {
  switch (parent.type) {
    case 'conditional_expression':
    case 'boolean_operator':
    case 'not_operator':
      return 'condition';
    case 'if_statement':
    case 'elif_clause':
    case 'while_statement':
      return node.field === 'condition' ? 'condition' : undefined;
    case 'if_clause':
      return 'condition';
    case 'assert_statement':
      return parent.children[0] === node ? 'condition' : undefined;
    case 'comparison_operator':
      return comparison(node, parent);
    case 'binary_operator':
    case 'unary_operator':
      return 'operator';
    case 'augmented_assignment':
      return node.field === 'right' ? 'operator' : undefined;
    case 'interpolation':
      return node.field === 'expression' ? 'text' : undefined;
    case 'subscript':
      return node.field === 'value' ? 'index' : undefined;
    case 'attribute': {
      const name = child(parent, 'attribute');
      return name === undefined || ofCoroutines.test(textOf(name)) ? undefined : 'attribute';
    }
    case 'call':
      return node.field === 'function' ? 'call' : undefined;
    case 'for_statement':
    case 'for_in_clause':
      return node.field === 'right' ? 'loop' : undefined;
    case 'with_item':
      return 'context';
    case 'as_pattern':
      return parent.parent?.type === 'with_item' ? 'context' : undefined;
    case 'match_statement':
      return node.field === 'subject' ? 'match' : undefined;
    case 'list_splat':
      return 'unpack';
    case 'argument_list':
      return parent.parent && argumentOf(parent.parent, infer);
    default:
      return undefined;
  }
}

/** How a call uses an argument as a plain value, when it certainly does. */
function argumentOf(call: SyntaxNode, infer: Inference): Misuse | undefined {
  if (takes(call, consumers, infer)) {
    return 'argument';
  }
  const callee = child(call, 'function');
  const object = callee && child(callee, 'object');
  const name = callee && child(callee, 'attribute');
  if (callee === undefined || object === undefined || name === undefined) {
    return undefined;
  }
  if (object.type === 'string') {
    return textOf(name) === 'format' ? 'text' : undefined;
  }
  const own = infer.evaluate(callee)?.some(({ kind }) => kind === 'function') === true;
  return textOf(object) === 'self' && !own ? assertions.get(textOf(name)) : undefined;
}

function comparison(node: SyntaxNode, parent: SyntaxNode): Misuse | undefined {
  const membership = parent.children.some(({ field, type }) => field === 'operators' && type.endsWith('in'));
  return membership && parent.children.at(-1) !== node ? undefined : 'comparison';
}

/** True for uses that show a whole list and hand out none of its elements. */
export function isShown(use: Extract<Use, { kind: 'misused' }>, infer: Inference): boolean {
  const call = use.at.parent;
  return use.as === 'text' || (use.as === 'argument' && call !== undefined && takes(call, showers, infer));
}

/** True for a `with` statement's item that enters asynchronously. */
export function entersAsync(use: Use): boolean {
  if (use.kind !== 'misused' || use.as !== 'context') {
    return false;
  }
  let node: SyntaxNode | undefined = use.at;
  while (node !== undefined && node.type !== 'with_statement') {
    node = node.parent;
  }
  return node !== undefined && isAsync(node);
}
