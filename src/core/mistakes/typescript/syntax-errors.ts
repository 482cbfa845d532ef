import { ts } from '@ts-morph/common';
import type { Analysis } from './analysis';

/**
 * Whether the text around a node is whole, so that what the parser made of it can be trusted: no syntax error in its
 * statement or the ones next to it, nor in the head or braces of what encloses it.
 */
export function isWhole(analysis: Analysis, start: number): boolean {
  const errors = analysis.program.getSyntacticDiagnostics(analysis.sourceFile);
  if (errors.length === 0) {
    return true;
  }
  const places = errors.map(({ start: at }) => at);
  let inner: ts.Node = analysis.sourceFile;
  for (let node = childAt(inner, start); node !== undefined; node = childAt(node, start)) {
    if (isSuite(inner) && isTouched(inner, node, places)) {
      return false;
    }
    inner = node;
  }
  return true;
}

function childAt(node: ts.Node, offset: number): ts.Node | undefined {
  return ts.forEachChild(node, (child) => (child.pos <= offset && offset < child.end ? child : undefined));
}

function isSuite(node: ts.Node): node is ts.Block | ts.SourceFile | ts.ModuleBlock | ts.CaseOrDefaultClause {
  return (
    ts.isBlock(node) || ts.isSourceFile(node) || ts.isModuleBlock(node) || ts.isCaseOrDefaultClause(node)
  );
}

/** Whether an error touches what stands in a suite at `statement`; errors inside a nested suite are left to that one. */
function isTouched(suite: ts.Node, statement: ts.Node, errors: readonly number[]): boolean {
  const near = withNeighbours(suite, statement);
  const from = near[0]?.pos ?? statement.pos;
  const to = near.at(-1)?.end ?? statement.end;
  return errors.some((at) => {
    const isElsewhere = at < from || at > to || near.some((sibling) => isInsideSuite(sibling, at));
    return !isElsewhere || isOpenEnded(statement, at);
  });
}

/** A statement of a suite, with the one before it and the one after it. */
function withNeighbours(suite: ts.Node, statement: ts.Node): readonly ts.Node[] {
  let before: ts.Node | undefined;
  let after: ts.Node | undefined;
  ts.forEachChild(suite, (child) => {
    if (child.end <= statement.pos) {
      before = child;
    } else if (child !== statement) {
      after = child;
    }
    return after;
  });
  return [before, statement, after].filter((node) => node !== undefined);
}

function isInsideSuite(node: ts.Node, at: number): boolean {
  return (
    ts.forEachChild(node, (child) =>
      child.pos <= at && at < child.end ? isSuite(child) || isInsideSuite(child, at) || undefined : undefined,
    ) ?? false
  );
}

/** A missing closing brace is reported where the text ends, and makes everything up to there part of the block. */
function isOpenEnded(statement: ts.Node, at: number): boolean {
  return at >= statement.end && statement.end >= statement.getSourceFile().endOfFileToken.pos;
}
