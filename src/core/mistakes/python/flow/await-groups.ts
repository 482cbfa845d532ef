import type { RuleContext } from '../rule';
import { child, descendants, type SyntaxNode } from '../syntax/node';
import { asyncFunctionAround, isUncertain } from './context';
import { runsAlone } from './independence';
import { suspends } from './suspension';

/** Two or more independent awaits in one expression, as in `[await left(), await right()]`. */
export interface AwaitGroup {
  /** The list, tuple, dictionary, operator or arguments around them. */
  readonly whole: SyntaxNode;
  readonly awaits: readonly [SyntaxNode, ...SyntaxNode[]];
  /** The awaited calls, in the same order. */
  readonly works: readonly SyntaxNode[];
}

const wholes = new Set([
  'argument_list',
  'binary_operator',
  'dictionary',
  'expression_list',
  'list',
  'tuple',
]);

/** The expressions of a file that wait for one of their parts after the other. */
export function awaitGroups({ model, infer }: RuleContext): readonly AwaitGroup[] {
  return model.tree.nodes.flatMap((whole) => {
    if (!wholes.has(whole.type) || asyncFunctionAround(model, whole) === undefined || isUncertain(whole)) {
      return [];
    }
    const parts = whole.children.map((part) => (part.type === 'pair' ? child(part, 'value') : part) ?? part);
    const [first, second, ...more] = parts.filter(({ type }) => type === 'await');
    const others = parts.filter(({ type }) => type !== 'await');
    if (first === undefined || second === undefined || !others.every(isIdle)) {
      return [];
    }
    const works = [first, second, ...more].flatMap(({ children: [work] }) => work ?? []);
    return works.every((work) => runsAlone(work, infer))
      ? [{ whole, awaits: [first, second, ...more] as const, works }]
      : [];
  });
}

/** True for a part that calls nothing: it is the same before the awaits and after them. */
function isIdle(part: SyntaxNode): boolean {
  return descendants(part).every((node) => node.type !== 'call' && !suspends(node));
}
