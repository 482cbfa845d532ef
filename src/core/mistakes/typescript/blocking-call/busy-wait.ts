import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { TextEdit, TextRange } from '../../finding';
import type { Analysis } from '../analysis';
import { replace } from '../edits/text';
import { isFromLibrary } from '../semantics/promises';
import { bare } from '../semantics/scopes';

/** A loop that does nothing but look at the clock. */
export interface BusyWait extends TextRange {
  readonly subject: string;
  /** Turns the loop into an awaited timer, where the time left can be read off its condition. */
  readonly edit?: TextEdit;
}

type Loop = ts.WhileStatement | ts.DoStatement | ts.ForStatement;

/** The busy-wait that a node is, or undefined: it may do arithmetic, but nothing that anybody could wait for. */
export function busyWaitOf(analysis: Analysis, node: ts.Node): BusyWait | undefined {
  if (!ts.isWhileStatement(node) && !ts.isDoStatement(node) && !ts.isForStatement(node)) {
    return undefined;
  }
  const condition = ts.isForStatement(node) ? node.condition : node.expression;
  if (condition === undefined || !isDeadline(condition)) {
    return undefined;
  }
  const { seesClock, works } = look(analysis, node);
  if (!seesClock || works) {
    return undefined;
  }
  const end = ts.isDoStatement(node) ? node.end : node.statement.pos;
  const edit = timerEdit(analysis, node, condition);
  return {
    start: node.getStart(),
    end,
    subject: l10n.t('This loop, which only watches the clock,'),
    ...(edit === undefined ? {} : { edit }),
  };
}

function isDeadline(condition: ts.Expression): condition is ts.BinaryExpression {
  const compared = [
    ts.SyntaxKind.LessThanToken,
    ts.SyntaxKind.LessThanEqualsToken,
    ts.SyntaxKind.GreaterThanToken,
    ts.SyntaxKind.GreaterThanEqualsToken,
  ];
  const node = bare(condition);
  return ts.isBinaryExpression(node) && compared.includes(node.operatorToken.kind);
}

function look(analysis: Analysis, loop: Loop): { seesClock: boolean; works: boolean } {
  let seesClock = false;
  let works = false;
  const visit = (node: ts.Node): void => {
    if (isClock(analysis, node)) {
      seesClock = true;
      return;
    }
    works ||=
      (ts.isCallExpression(node) && !isArithmetic(node)) ||
      ts.isNewExpression(node) ||
      ts.isAwaitExpression(node) ||
      ts.isYieldExpression(node) ||
      ts.isReturnStatement(node) ||
      ts.isBreakStatement(node) ||
      ts.isThrowStatement(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isForOfStatement(node);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(loop, visit);
  return { seesClock, works };
}

function isArithmetic(call: ts.CallExpression): boolean {
  const callee = bare(call.expression);
  return ts.isPropertyAccessExpression(callee) && callee.expression.getText() === 'Math';
}

const clocks: ReadonlySet<string> = new Set([
  'Date.now',
  'performance.now',
  'process.hrtime',
  'process.uptime',
  'process.hrtime.bigint',
]);

/** Whether an expression reads the clock: `Date.now()`, `performance.now()`, `new Date()`, `process.hrtime()`. */
function isClock(analysis: Analysis, node: ts.Node): boolean {
  if (ts.isNewExpression(node)) {
    const symbol = analysis.checker.getSymbolAtLocation(node.expression);
    return symbol?.name === 'Date' && isFromLibrary(analysis, symbol) && (node.arguments?.length ?? 0) === 0;
  }
  if (!ts.isCallExpression(node)) {
    return false;
  }
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) {
    return false;
  }
  return (
    clocks.has(callee.getText()) ||
    (callee.name.text === 'getTime' && isClock(analysis, bare(callee.expression)))
  );
}

function timerEdit(analysis: Analysis, loop: Loop, condition: ts.BinaryExpression): TextEdit | undefined {
  const isEmpty =
    ts.isWhileStatement(loop) &&
    (ts.isEmptyStatement(loop.statement) ||
      (ts.isBlock(loop.statement) && loop.statement.getText().replaceAll(/\s/g, '') === '{}'));
  const less = [ts.SyntaxKind.LessThanToken, ts.SyntaxKind.LessThanEqualsToken].includes(
    condition.operatorToken.kind,
  );
  if (!isEmpty || !less || !/^(?:Date|performance)\.now\(\)/.test(condition.left.getText())) {
    return undefined;
  }
  const { left, right } = condition;
  const isNow = isClock(analysis, bare(left));
  const isElapsed =
    ts.isBinaryExpression(left) &&
    left.operatorToken.kind === ts.SyntaxKind.MinusToken &&
    isClock(analysis, left.left);
  if (!isSimple(right) || !(isNow || isElapsed)) {
    return undefined;
  }
  const rest = isNow ? `${right.getText()} - ${left.getText()}` : `${right.getText()} - (${left.getText()})`;
  return replace(loop.getStart(), loop.end, `await new Promise((resolve) => setTimeout(resolve, ${rest}));`);
}

function isSimple(node: ts.Expression): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isNumericLiteral(node) ||
    ts.isPropertyAccessExpression(node) ||
    (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
  );
}
