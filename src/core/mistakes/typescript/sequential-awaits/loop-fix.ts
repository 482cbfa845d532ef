import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix } from '../../finding';
import type { Analysis } from '../analysis';
import { isLeftHandSide } from '../edits/await';
import { replace } from '../edits/text';
import { contains, runs } from '../semantics/inside';
import { calledName } from '../semantics/names';
import { isWrite, referencesTo } from '../semantics/references';
import { bare } from '../semantics/scopes';

/** One round's name, statements and await. */
interface Round {
  readonly loop: ts.ForOfStatement;
  readonly name: ts.BindingName;
  readonly statements: readonly ts.Statement[];
  readonly awaited: ts.AwaitExpression;
}

/** One `Promise.all` for all rounds of a `for…of`: what they bring is collected in the order of the rounds. */
export function loopFixes(
  analysis: Analysis,
  loop: ts.IterationStatement,
  variable: ts.VariableDeclaration,
  awaited: ts.AwaitExpression,
): readonly Fix[] {
  if (!ts.isForOfStatement(loop) || contains(loop.statement, (node) => isSureOnlyHere(analysis, node))) {
    return [];
  }
  const statements = ts.isBlock(loop.statement) ? loop.statement.statements : [loop.statement];
  const code = together({ loop, name: variable.name, statements, awaited });
  return code === undefined
    ? []
    : [
        {
          title: l10n.t('Await them together with Promise.all'),
          preferred: false,
          edits: [replace(loop.getStart(), loop.end, code)],
        },
      ];
}

/** Whether a variable has a value for sure here, but not in a callback for all that the compiler knows. */
function isSureOnlyHere(analysis: Analysis, node: ts.Node): boolean {
  if (!ts.isIdentifier(node)) {
    return false;
  }
  const { checker } = analysis;
  const symbol = checker.getSymbolAtLocation(node);
  const declared = symbol?.valueDeclaration && checker.getTypeOfSymbol(symbol);
  const here = checker.getTypeAtLocation(node);
  return (
    symbol !== undefined &&
    declared !== undefined &&
    checker.getNonNullableType(declared) !== declared &&
    checker.getNonNullableType(here) === here &&
    referencesTo(analysis, symbol).some(isWrite)
  );
}

function together(round: Round): string | undefined {
  const { loop, statements } = round;
  const [collecting, ...more] = statements.filter(isCollecting);
  if (collecting === undefined) {
    const body = ts.isBlock(loop.statement) ? loop.statement.getText() : `{ ${loop.statement.getText()} }`;
    return `${all(round, `async (${round.name.getText()}) => ${body}`)};`;
  }
  return more.length === 0 && collecting === statements.at(-1)
    ? (pushedTogether(round, collecting) ?? takenInOrder(round))
    : takenInOrder(round);
}

function all({ loop: { expression } }: Round, callback: string): string {
  const isTight = isLeftHandSide(expression) || ts.isArrayLiteralExpression(expression);
  const items = isTight ? expression.getText() : `(${expression.getText()})`;
  return `await Promise.all(${items}.map(${callback}))`;
}

function callOnly(round: Round): string {
  return all(round, `(${round.name.getText()}) => ${round.awaited.expression.getText()}`);
}

/** Whether the order in which rounds come to a statement shows: it pushes, or adds to what it read before it waited. */
function isCollecting(statement: ts.Statement): boolean {
  return runs(
    statement,
    (node) =>
      (ts.isCallExpression(node) && calledName(node) === 'push') ||
      (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken),
  );
}

/** `list.push(...(await Promise.all(…)))`, where pushing to a list is the last that a round does. */
function pushedTogether(round: Round, last: ts.Statement): string | undefined {
  const call = ts.isExpressionStatement(last) ? bare(last.expression) : undefined;
  const callee = call !== undefined && ts.isCallExpression(call) ? bare(call.expression) : undefined;
  if (call === undefined || callee === undefined || !ts.isCallExpression(call)) {
    return undefined;
  }
  const [pushed, ...more] = call.arguments;
  if (!ts.isPropertyAccessExpression(callee) || pushed === undefined || more.length > 0) {
    return undefined;
  }
  if (mentionsRound(round, callee) || ts.isSpreadElement(pushed)) {
    return undefined;
  }
  const { loop, name, statements, awaited } = round;
  const text = loop.getSourceFile().text;
  const returning = `${text.slice(loop.statement.getStart(), last.getStart())}return ${pushed.getText()};${text.slice(last.end, loop.statement.end)}`;
  const calls =
    statements.length === 1 && pushed === awaited
      ? callOnly(round)
      : statements.length === 1
        ? all(round, `async (${name.getText()}) => ${asBody(pushed)}`)
        : all(round, `async (${name.getText()}) => ${returning}`);
  return `${callee.expression.getText()}.push(...(${calls}));`;
}

function asBody(expression: ts.Expression): string {
  return ts.isObjectLiteralExpression(expression) ? `(${expression.getText()})` : expression.getText();
}

/** A loop over what the calls brought, where its rounds need nothing else: sums and texts keep their order. */
function takenInOrder(round: Round): string | undefined {
  const { loop, statements, awaited } = round;
  const [first, ...rest] = statements;
  const text = loop.getSourceFile().text;
  const declared = awaited.parent;
  if (first !== undefined && ts.isVariableDeclaration(declared) && declared.parent.parent === first) {
    const isFree = rest.every(
      (statement) => !mentionsRound(round, statement) && !runs(statement, ts.isAwaitExpression),
    );
    return isFree && rest.length > 0
      ? `for (const ${declared.name.getText()} of ${callOnly(round)}) {${text.slice(first.end, loop.statement.end)}`
      : undefined;
  }
  const outer = ts.isParenthesizedExpression(declared) ? declared : awaited;
  const before = text.slice(loop.statement.getStart(), outer.getStart());
  const after = text.slice(outer.end, loop.statement.end);
  const isPlain = !contains(
    loop.statement,
    (node) =>
      ts.isIdentifier(node) &&
      (node.text === 'value' ||
        ((node.pos < awaited.pos || node.end > awaited.end) && mentionsRound(round, node))),
  );
  return statements.length === 1 && isPlain
    ? `for (const value of ${callOnly(round)}) ${before}value${after}`
    : undefined;
}

function mentionsRound({ name }: Round, node: ts.Node): boolean {
  return contains(
    node,
    (inner) =>
      ts.isIdentifier(inner) &&
      contains(name, (bound) => ts.isIdentifier(bound) && bound.text === inner.text),
  );
}
