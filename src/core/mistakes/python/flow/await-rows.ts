import { libraryCallees } from '../analysis';
import { taskMakers } from '../library/tasks';
import type { RuleContext } from '../rule';
import type { Inference } from '../semantics/infer';
import { argumentsOf, calleeText, child, descendants, textOf, type SyntaxNode } from '../syntax/node';
import { asyncFunctionAround, isUncertain } from './context';
import { independent, runsAlone, type Step } from './independence';
import { suspends } from './suspension';

/** A statement that awaits one call and does nothing else but to keep its result. */
export interface AwaitStep extends Step {
  readonly statement: SyntaxNode;
  readonly awaited: SyntaxNode;
}

/** Two or more of them that could run side by side. */
export type Row = readonly [AwaitStep, ...AwaitStep[]];

/** The rows of independent awaits in a file; only `print` may stand between them. */
export function awaitRows(context: RuleContext): readonly Row[] {
  const blocks = context.model.tree.nodes.filter(
    (node) => node.type === 'block' && asyncFunctionAround(context.model, node) !== undefined,
  );
  return blocks.flatMap((block) => rowsIn(block, context));
}

function rowsIn(block: SyntaxNode, context: RuleContext): readonly Row[] {
  const rows: Row[] = [];
  let row: AwaitStep[] = [];
  const close = (): void => {
    const [first, ...others] = row;
    if (first !== undefined && others.length > 0 && independent(row, context)) {
      rows.push([first, ...others]);
    }
    row = [];
  };
  for (const statement of block.children) {
    const step = stepIn(statement, context);
    if (step !== undefined) {
      if (row.length > 0 && !mayFollow(row, step)) {
        close();
      }
      row.push(step);
    } else if (!isPrint(statement)) {
      close();
    }
  }
  close();
  return rows;
}

/** Rows are of one kind, and stop where a result is needed. */
function mayFollow(row: readonly AwaitStep[], step: AwaitStep): boolean {
  const names = new Set(row.flatMap(({ target }) => (target === undefined ? [] : namesIn(target))));
  const sameKind = row.every(
    ({ target, work }) =>
      (target === undefined) === (step.target === undefined) &&
      (target !== undefined || calleeText(work) === calleeText(step.work)),
  );
  const uses = step.target === undefined ? namesIn(step.work) : [...namesIn(step.work), textOf(step.target)];
  return sameKind && !uses.some((name) => names.has(name));
}

function namesIn(node: SyntaxNode): readonly string[] {
  return descendants(node)
    .filter(({ type }) => type === 'identifier')
    .map(textOf);
}

function stepIn(statement: SyntaxNode, { infer }: RuleContext): AwaitStep | undefined {
  const [only] = statement.type === 'expression_statement' ? statement.children : [];
  const assignment = only?.type === 'assignment' ? only : undefined;
  const target = assignment && child(assignment, 'left');
  const awaited = assignment === undefined ? only : child(assignment, 'right');
  const [waited] = awaited?.type === 'await' ? awaited.children : [];
  const work = waited && startedWork(waited, infer);
  if (awaited === undefined || work === undefined || !runsAlone(work, infer) || isUncertain(statement)) {
    return undefined;
  }
  const plain = target === undefined || (target.type === 'identifier' && target.children.length === 0);
  return plain ? { statement, awaited, work, target } : undefined;
}

/** What a task runs that is awaited as soon as it is made; otherwise the expression itself. */
function startedWork(waited: SyntaxNode, infer: Inference): SyntaxNode {
  const paths = waited.type === 'call' ? libraryCallees(waited, infer) : [];
  const [work, ...others] = argumentsOf(waited);
  const isTask = paths.length > 0 && paths.every((path) => taskMakers.has(path));
  return isTask && work?.type === 'call' && others.length === 0 ? work : waited;
}

function isPrint(statement: SyntaxNode): boolean {
  const [call] = statement.type === 'expression_statement' ? statement.children : [];
  return call?.type === 'call' && calleeText(call) === 'print' && !descendants(call).some(suspends);
}
