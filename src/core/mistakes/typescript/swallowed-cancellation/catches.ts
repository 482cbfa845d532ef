import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { runs } from '../semantics/inside';
import { referencesTo } from '../semantics/references';
import { rootOf } from '../semantics/names';

/** Where an abort ends in a `catch`: in the branch made for it, in what follows a test, or untold among all errors. */
export type AbortBranch = ts.Statement | 'unsaid';

/** Where a `catch` lets an abort end, or undefined when it passes it on, or may. */
export function abortBranch({ block, variableDeclaration }: ts.CatchClause): AbortBranch | undefined {
  const error = variableDeclaration?.name.getText() ?? '';
  const test = block.statements.find(
    (statement): statement is ts.IfStatement =>
      ts.isIfStatement(statement) && speaksOfAbort(statement.expression),
  );
  const choice = block.statements.find(ts.isSwitchStatement);
  if (test === undefined && choice !== undefined) {
    return branchOfSwitch(choice);
  }
  if (test === undefined) {
    return runs(block, (node) => speaksOfAbort(node) || passesOn(node)) ? undefined : 'unsaid';
  }
  const after = block.statements.slice(block.statements.indexOf(test) + 1);
  if (!isNegated(test.expression)) {
    const isPassedAfter = !runs(test.thenStatement, leaves) && after.some((one) => runs(one, passesOn));
    const isEnd = isBareReturn(test.thenStatement);
    return isPassedAfter || isEnd || runs(test.thenStatement, passesOn) || hasMore(test.expression, error)
      ? undefined
      : test.thenStatement;
  }
  const rest = test.elseStatement === undefined ? after : [test.elseStatement, ...after];
  const isPassed = rest.some((statement) => runs(statement, passesOn));
  return isPassed || hasMore(test.expression, error) || !runs(test.thenStatement, passesOn)
    ? undefined
    : block;
}

/** The clause of a `switch` that is made for aborts, and keeps them. */
function branchOfSwitch({ caseBlock }: ts.SwitchStatement): AbortBranch | undefined {
  const { clauses } = caseBlock;
  const at = clauses.findIndex((clause) => ts.isCaseClause(clause) && speaksOfAbort(clause.expression));
  const clause = clauses.slice(Math.max(0, at)).find(({ statements }) => statements.length > 0);
  const last = clause?.statements.at(-1);
  const isKept =
    at >= 0 &&
    clause !== undefined &&
    last !== undefined &&
    (ts.isReturnStatement(last) || ts.isBreakStatement(last)) &&
    !clause.statements.some((statement) => runs(statement, passesOn)) &&
    !(clause.statements.length === 1 && isBareReturn(last));
  return isKept ? last : undefined;
}

const abortNames =
  /^(?:AbortError|ABORT_ERR|aborted|isAbortError|isAbort|isCancel|CanceledError|throwIfAborted)$/;

function speaksOfAbort(node: ts.Node): boolean {
  return runs(
    node,
    (inner) => (ts.isIdentifier(inner) || ts.isStringLiteralLike(inner)) && abortNames.test(inner.text),
  );
}

/** Whether an error leaves by a statement: thrown, or handed to somebody who rejects with it. */
function passesOn(node: ts.Node): boolean {
  return (
    ts.isThrowStatement(node) ||
    (ts.isCallExpression(node) && /reject|abort|fail|process\.exit/i.test(node.expression.getText()))
  );
}

function leaves(node: ts.Node): boolean {
  return ts.isReturnStatement(node) || ts.isBreakOrContinueStatement(node);
}

function isNegated(test: ts.Expression): boolean {
  return (
    ts.isPrefixUnaryExpression(test) ||
    (ts.isBinaryExpression(test) && /^!==?$/.test(test.operatorToken.getText()))
  );
}

/** A branch for aborts that ends the function with nothing else says on purpose that this is one way to end. */
function isBareReturn(branch: ts.Statement): boolean {
  const statements: readonly ts.Statement[] = ts.isBlock(branch) ? branch.statements : [branch];
  const [only] = statements;
  return (
    only !== undefined &&
    statements.length === 1 &&
    ts.isReturnStatement(only) &&
    only.expression === undefined
  );
}

/** A test of more than the error says more than can be read off here: what this code itself cancelled, for instance. */
function hasMore(test: ts.Expression, error: string): boolean {
  if (!ts.isBinaryExpression(test)) {
    return false;
  }
  const operator = test.operatorToken.getText();
  return operator === '&&'
    ? [test.left, test.right].some((side) => !speaksOf(side, error) || hasMore(side, error))
    : operator === '||' || operator === '??';
}

function speaksOf(node: ts.Node, name: string): boolean {
  return runs(node, (inner) => ts.isIdentifier(inner) && inner.text === name);
}

/** Whether a `catch` does more with its error than print it: then somebody hears of it. */
export function usesError(analysis: Analysis, { variableDeclaration }: ts.CatchClause): boolean {
  const name = variableDeclaration?.name;
  if (name === undefined) {
    return false;
  }
  const symbol = ts.isIdentifier(name) ? analysis.checker.getSymbolAtLocation(name) : undefined;
  return symbol === undefined || referencesTo(analysis, symbol).some((mention) => !isPrinted(mention));
}

function isPrinted(mention: ts.Identifier): boolean {
  const statement = ts.findAncestor(mention, ts.isExpressionStatement);
  const call = statement?.expression;
  return call !== undefined && ts.isCallExpression(call) && rootOf(call).getText() === 'console';
}
