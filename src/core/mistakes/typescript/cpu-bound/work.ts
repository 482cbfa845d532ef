import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { TextRange } from '../../finding';
import type { Analysis } from '../analysis';
import { helperOf } from '../semantics/calls';
import { isAwait, isExit, runNodes, runs } from '../semantics/inside';
import { isFunction, runsAtOnce } from '../semantics/scopes';
import { longListOf } from './lists';
import { numberOf, roundsOf, stepOf, type Counter, type Known } from './count';

/** Rounds from which on a loop of the simplest kind takes long enough to be felt: some ten milliseconds. */
const manyRounds = 10_000_000;
/** What a round takes, next to the simplest kind: with another loop inside, of whatever length; with a call, or a division. */
const roundWithLoop = 10;
const roundWithWork = 3;
/** Calls that are followed from async code to the loop; nobody reads a longer way. */
const depthLimit = 3;

/** A long calculation, where it is written, and the calls that lead there. */
export interface Work extends TextRange {
  readonly reason: string;
  readonly calls: readonly ts.CallExpression[];
}

const nothingKnown: Known = new Map();

/** Whether a node is a loop that surely runs for long: it counts far, never leaves early and never awaits. */
export function isLongLoop(
  analysis: Analysis,
  node: ts.Node,
  known: Known = nothingKnown,
): node is ts.ForStatement | ts.WhileStatement {
  return isCounting(node) && roundsIn(analysis, node, known) >= manyRounds;
}

/** How many rounds a loop and those inside it make together; 0 when that is not sure. */
function roundsIn(analysis: Analysis, loop: ts.Node, known: Known): number {
  const count = countOf(analysis, loop, known);
  if (count === undefined || !isCounting(loop)) {
    return 0;
  }
  const { rounds, counter } = count;
  const middle = counter.from + (rounds * counter.step) / 2;
  const inside: Known = new Map([...known, [counter.symbol, middle]]);
  const inner = runNodes(loop.statement).map((node) => weightOf(analysis, node, inside));
  return rounds * Math.max(1, ...inner);
}

/** How often a loop itself runs, those inside it left aside; 0 when that is not sure. */
export function ownRounds(analysis: Analysis, loop: ts.Node): number {
  return countOf(analysis, loop, nothingKnown)?.rounds ?? 0;
}

function isCounting(node: ts.Node): node is ts.ForStatement | ts.WhileStatement {
  return ts.isForStatement(node) || ts.isWhileStatement(node);
}

function countOf(
  analysis: Analysis,
  loop: ts.Node,
  known: Known,
): { readonly rounds: number; readonly counter: Counter } | undefined {
  if (!isCounting(loop)) {
    return undefined;
  }
  const isFor = ts.isForStatement(loop);
  const counter = isFor ? forCounter(analysis, loop, known) : whileCounter(analysis, loop, known);
  const condition = isFor ? loop.condition : loop.expression;
  if (counter === undefined || condition === undefined || leaves(loop.statement)) {
    return undefined;
  }
  const rounds = roundsOf(analysis, condition, counter, known);
  return rounds === undefined ? undefined : { rounds, counter };
}

/** What a node adds to a round: the rounds of a loop, as far as they are known, or a weight for work of its kind. */
function weightOf(analysis: Analysis, node: ts.Node, known: Known): number {
  if (ts.isIterationStatement(node, false)) {
    return roundsIn(analysis, node, known) || roundWithLoop;
  }
  if (ts.isCallExpression(node)) {
    const helper = helperOf(analysis, node);
    const hasLoop =
      helper?.body !== undefined && runs(helper.body, (inner) => ts.isIterationStatement(inner, false));
    return hasLoop ? roundWithLoop : roundWithWork;
  }
  return ts.isBinaryExpression(node) && /^[%/]$/.test(node.operatorToken.getText()) ? roundWithWork : 1;
}

/** Whether a round may be the last one, or lets others run. */
function leaves(body: ts.Statement): boolean {
  const inner = (node: ts.Node) =>
    node !== body && (ts.isIterationStatement(node, false) || ts.isSwitchStatement(node));
  const isLeft = (node: ts.Node): boolean => {
    if (ts.isBreakOrContinueStatement(node)) {
      const breaksThis =
        ts.isBreakStatement(node) &&
        ts.findAncestor(node, (outer) => outer === body || inner(outer)) === body;
      return breaksThis || node.label !== undefined;
    }
    return isExit(node) || isAwait(node);
  };
  return runs(body, isLeft);
}

function forCounter(analysis: Analysis, loop: ts.ForStatement, known: Known): Counter | undefined {
  const { initializer, incrementor, statement } = loop;
  const [first] =
    initializer !== undefined && ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  if (first?.initializer === undefined || incrementor === undefined) {
    return undefined;
  }
  const symbol = analysis.checker.getSymbolAtLocation(first.name);
  const from = numberOf(analysis, first.initializer, known);
  const step = symbol === undefined ? undefined : stepOf(analysis, incrementor, symbol);
  if (symbol === undefined || from === undefined || step === undefined) {
    return undefined;
  }
  const isMoved = runs(statement, (node) => movesOrHides(analysis, node, symbol));
  return isMoved ? undefined : { symbol, from, step };
}

/** A variable that starts just before the loop and moves once in each round, in the loop's own statements. */
function whileCounter(analysis: Analysis, loop: ts.WhileStatement, known: Known): Counter | undefined {
  const { expression, statement } = loop;
  if (!ts.isBinaryExpression(expression) || !ts.isIdentifier(expression.left)) {
    return undefined;
  }
  const symbol = analysis.checker.getSymbolAtLocation(expression.left);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) {
    return undefined;
  }
  const list = declaration.parent.parent;
  const isNear = ts.isVariableStatement(list) && list.parent === loop.parent;
  const moves = runNodes(statement).filter((node) => movesOrHides(analysis, node, symbol));
  const [move, ...others] = moves;
  const isPlain =
    move !== undefined &&
    ts.isExpressionStatement(move.parent) &&
    (move.parent === statement || move.parent.parent === statement);
  if (!isNear || !isPlain || others.length > 0 || declaration.initializer === undefined) {
    return undefined;
  }
  const from = numberOf(analysis, declaration.initializer, known);
  const step = stepOf(analysis, move, symbol);
  return from === undefined || step === undefined ? undefined : { symbol, from, step };
}

function movesOrHides(analysis: Analysis, node: ts.Node, symbol: ts.Symbol): boolean {
  return (
    stepOf(analysis, node, symbol) !== undefined ||
    (ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      analysis.checker.getSymbolAtLocation(node.left) === symbol)
  );
}

/** The long loop that a call of a plain function in this file runs at once, given its arguments. */
export function longWorkOf(
  analysis: Analysis,
  call: ts.CallExpression,
  known: Known = nothingKnown,
  depth = 0,
): Work | undefined {
  const helper = depth < depthLimit ? helperOf(analysis, call) : undefined;
  if (helper?.body === undefined) {
    return undefined;
  }
  const given = argumentsOf(analysis, call, helper, known);
  const inside = (node: ts.Node): Work | undefined => {
    if (isLongLoop(analysis, node, given)) {
      return {
        start: node.getStart(),
        end: node.statement.pos,
        reason: l10n.t('This loop runs for long'),
        calls: [],
      };
    }
    if (isFunction(node) && !runsAtOnce(analysis, node)) {
      return undefined;
    }
    const list = ts.isCallExpression(node) ? longListOf(analysis, node, given) : undefined;
    const deeper =
      list ?? (ts.isCallExpression(node) ? longWorkOf(analysis, node, given, depth + 1) : undefined);
    return deeper !== undefined && ts.isCallExpression(node)
      ? { ...deeper, calls: [node, ...deeper.calls] }
      : ts.forEachChild(node, inside);
  };
  return inside(helper.body);
}

function argumentsOf(
  analysis: Analysis,
  call: ts.CallExpression,
  helper: ts.FunctionLikeDeclaration,
  known: Known,
): Known {
  const given = new Map<ts.Symbol, number>();
  for (const [index, { name, initializer }] of helper.parameters.entries()) {
    const symbol = ts.isIdentifier(name) ? analysis.checker.getSymbolAtLocation(name) : undefined;
    const argument = call.arguments[index] ?? initializer;
    const value = argument === undefined ? undefined : numberOf(analysis, argument, known);
    if (symbol !== undefined && value !== undefined) {
      given.set(symbol, value);
    }
  }
  return given;
}
