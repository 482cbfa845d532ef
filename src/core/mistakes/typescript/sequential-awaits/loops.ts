import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { isAwait, isExit, runNodes, runs, writtenBy } from '../semantics/inside';
import { boundSymbols, calledName, mentions, rootOf } from '../semantics/names';
import { bare, canAwait, isArray } from '../semantics/scopes';
import { independentCall } from './independent';
import { loopFixes } from './loop-fix';
import { isStepwise } from './independent';

/** Loops whose rounds each await a call that needs nothing of the round before. */
export function loopFindings(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.flatMap((node) => {
    const variable = roundVariable(analysis, node);
    return variable === undefined || !ts.isIterationStatement(node, false)
      ? []
      : findingFor(analysis, node, variable);
  });
}

/** The variable that is another one in each round: an element of an array, or a number. */
function roundVariable(analysis: Analysis, node: ts.Node): ts.VariableDeclaration | undefined {
  const isList =
    ts.isForOfStatement(node) && node.awaitModifier === undefined && isArray(analysis, node.expression);
  const isCount =
    ts.isForStatement(node) && node.incrementor !== undefined && writtenBy(node.incrementor) !== undefined;
  const list = isList || isCount ? node.initializer : undefined;
  const [variable, ...others] =
    list !== undefined && ts.isVariableDeclarationList(list) ? list.declarations : [];
  return variable === undefined || others.length > 0 || isStepwise(variable.name.getText())
    ? undefined
    : variable;
}

function findingFor(
  analysis: Analysis,
  loop: ts.IterationStatement,
  variable: ts.VariableDeclaration,
): readonly RuleFinding[] {
  const statements = ts.isBlock(loop.statement) ? loop.statement.statements : [loop.statement];
  const awaits = runNodes(loop.statement).filter(ts.isAwaitExpression);
  const [first, ...later] = awaits;
  const found = first === undefined ? undefined : independentCall(analysis, first.expression);
  if (first === undefined || found === undefined || !canAwait(analysis, loop)) {
    return [];
  }
  const rounds = new Set(boundSymbols(analysis, variable.name));
  const isPlain =
    mentions(analysis, found.call, rounds) &&
    later.every((node) => readsOn(analysis, node, loop)) &&
    statements.every((statement) => isQuiet(analysis, statement, loop)) &&
    !runs(loop.statement, (node) => isExit(node) || (isAwait(node) && !ts.isAwaitExpression(node)));
  const isUsed = !ts.isExpressionStatement(first.parent) || found.by === 'code';
  if (!isPlain || !isUsed) {
    return [];
  }
  const message = l10n.t(
    'Each round of the loop waits for {0} before the next one starts it, although the rounds do not depend on each other: the waits add up.',
    describe(found.call),
  );
  return [
    { start: first.getStart(), end: first.end, message, fixes: loopFixes(analysis, loop, variable, first) },
  ];
}

/** Whether a later await only reads on from what this round has brought: `await response.json()`. */
function readsOn(analysis: Analysis, { expression }: ts.AwaitExpression, loop: ts.Node): boolean {
  const call = bare(expression);
  const isReading =
    ts.isCallExpression(call) &&
    /^(?:json|text|blob|bytes|arrayBuffer|formData)$/.test(calledName(call) ?? '');
  return isReading && isInside(analysis, rootOf(call), loop);
}

function isInside(analysis: Analysis, root: ts.Expression, loop: ts.Node): boolean {
  const declaration = ts.isIdentifier(root)
    ? analysis.checker.getSymbolAtLocation(root)?.valueDeclaration
    : undefined;
  return declaration !== undefined && loop.pos <= declaration.pos && declaration.end <= loop.end;
}

/** Whether a statement of a round only awaits, names, collects, counts or prints. */
function isQuiet(analysis: Analysis, statement: ts.Statement, loop: ts.Node): boolean {
  if (ts.isVariableStatement(statement)) {
    return !runs(statement, (node) => isOtherCall(node) || writtenBy(node) !== undefined);
  }
  if (!ts.isExpressionStatement(statement)) {
    return false;
  }
  const expression = bare(statement.expression);
  const written = writtenBy(expression);
  if (written !== undefined) {
    return isCollecting(analysis, expression, written, loop) && !runs(statement, isOtherCall);
  }
  const call = ts.isCallExpression(expression) ? expression : undefined;
  const isPrint = call !== undefined && rootOf(call).getText() === 'console';
  const isPush = call !== undefined && /^(?:push|add|set)$/.test(calledName(call) ?? '');
  if (isPrint || isPush) {
    return !call.arguments.some((argument) =>
      runs(argument, (node) => isOtherCall(node) || writtenBy(node) !== undefined),
    );
  }
  return ts.isAwaitExpression(expression);
}

/** `list[i] = value` and `sum += value` stand for themselves; a plain assignment is what the next round may need. */
function isCollecting(
  analysis: Analysis,
  expression: ts.Expression,
  written: ts.Expression,
  loop: ts.Node,
): boolean {
  const isSum =
    ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken;
  const isEntry = ts.isElementAccessExpression(bare(written));
  return isSum || isEntry || isInside(analysis, rootOf(written), loop);
}

const making =
  /^(?:to[A-Z]\w*|trim|slice|split|join|map|filter|concat|padEnd|padStart|round|floor|ceil|now|parse(?:Int|Float)?|stringify|encodeURI(?:Component)?|String|Number|keys|values|entries)$/;

/** A call that is not awaited, and not one that only makes a text or a number of its arguments. */
function isOtherCall(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) && !ts.isAwaitExpression(node.parent) && !making.test(calledName(node) ?? '')
  );
}
