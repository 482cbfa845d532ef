import type { RuleContext } from '../rule';
import { calleeText, child, contains, descendants, isAsync, textOf, type SyntaxNode } from '../syntax/node';
import { asyncFunctionAround, isUncertain } from './context';
import { runsAlone } from './independence';
import { suspends } from './suspension';

/** A loop or list comprehension whose rounds each await one independent call. */
export interface AwaitLoop {
  /** The `for` statement or the comprehension. */
  readonly loop: SyntaxNode;
  readonly target: SyntaxNode;
  readonly iterable: SyntaxNode;
  readonly awaited: SyntaxNode;
  readonly work: SyntaxNode;
}

/** The loops of a file that could make all their awaits at once. */
export function awaitLoops({ model, infer }: RuleContext): readonly AwaitLoop[] {
  return model.tree.nodes.flatMap((node) => {
    const parts = partsOf(node);
    const [awaited, ...others] = parts === undefined ? [] : descendants(node).filter(suspends);
    const work = awaited?.children[0];
    if (
      parts === undefined ||
      awaited?.type !== 'await' ||
      work === undefined ||
      others.length > 0 ||
      asyncFunctionAround(model, node) === undefined ||
      model.functionAround(awaited) !== model.functionAround(node) ||
      !isFinite(parts.iterable) ||
      !isAllAtOnce(parts.target) ||
      isUncertain(node)
    ) {
      return [];
    }
    const found = { loop: node, ...parts, awaited, work };
    return usesTarget(found) && runsAlone(work, infer) && isPlain(found) ? [found] : [];
  });
}

function partsOf(node: SyntaxNode): Pick<AwaitLoop, 'target' | 'iterable'> | undefined {
  const clauses = node.children.filter(({ type }) => type === 'for_in_clause');
  const collects = /^(?:list|dictionary)_comprehension$/.test(node.type);
  const single = collects && node.children.length === 2 ? clauses[0] : undefined;
  const source = node.type === 'for_statement' && child(node, 'alternative') === undefined ? node : single;
  const target = source && child(source, 'left');
  const iterable = source && child(source, 'right');
  return source === undefined || target === undefined || iterable === undefined || isAsync(source)
    ? undefined
    : { target, iterable };
}

/** A queue, a generator or a counter gives its items one by one; a list has them all. */
function isFinite(iterable: SyntaxNode): boolean {
  switch (iterable.type) {
    case 'identifier':
    case 'attribute':
    case 'list':
    case 'tuple':
      return true;
    case 'call':
      return /^(?:range|enumerate|zip|list|sorted|reversed|set)$|\.(?:items|keys|values)$/.test(
        calleeText(iterable),
      );
    default:
      return false;
  }
}

/** Attempts, pages and batches come one after another on purpose. */
function isAllAtOnce(target: SyntaxNode): boolean {
  return !/attempt|retr|page|batch|chunk|offset|step|round|tries|try|stage|phase|iteration|epoch/i.test(
    textOf(target),
  );
}

function usesTarget({ target, work }: AwaitLoop): boolean {
  const names = new Set(descendants(target).map(textOf));
  return descendants(work).some((node) => node.type === 'identifier' && names.has(textOf(node)));
}

/** True when a round does nothing but await, keep the result and print. */
function isPlain({ loop, target, awaited, work }: AwaitLoop): boolean {
  if (loop.type !== 'for_statement') {
    const [item] = loop.children;
    const body = item?.type === 'pair' ? child(item, 'value') : item;
    return textOf(body ?? loop) === textOf(awaited);
  }
  const statements = child(loop, 'body')?.children ?? [];
  const given = new Set(descendants(target).map(textOf));
  const assigned = new Set<string>();
  const plain = statements.every((statement) => {
    const [only] = statement.type === 'expression_statement' ? statement.children : [];
    if (only === undefined) {
      return false;
    }
    if (only.type === 'assignment') {
      const left = child(only, 'left');
      const right = child(only, 'right');
      const name = left?.type === 'subscript' ? child(left, 'value') : left;
      if (name?.type !== 'identifier' || right !== awaited) {
        return false;
      }
      assigned.add(textOf(name));
      return true;
    }
    return only === awaited || isKeeping(only);
  });
  const carried = descendants(work).some(
    (node) => node.type === 'identifier' && assigned.has(textOf(node)) && !given.has(textOf(node)),
  );
  return plain && !carried && statements.some((statement) => contains(statement, awaited));
}

function isKeeping(expression: SyntaxNode): boolean {
  return (
    (expression.type === 'call' && /^(?:print|\w+\.(?:append|add))$/.test(calleeText(expression))) ||
    (expression.type === 'augmented_assignment' && child(expression, 'left')?.type === 'identifier')
  );
}
