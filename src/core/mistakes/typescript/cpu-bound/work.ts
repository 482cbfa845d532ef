import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { TextRange } from '../../finding';
import type { Analysis } from '../analysis';
import { helperOf } from '../semantics/calls';
import { isAwait, isExit, runNodes, runs } from '../semantics/inside';
import { isFunction, runsAtOnce } from '../semantics/scopes';
import { numberOf, roundsOf, stepOf, type Counter, type Known } from './count';

/** Rounds from which on a loop of the simplest kind takes long enough to be felt: some ten milliseconds. */
const manyRounds = 10_000_000;
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
  return (
    (ts.isForStatement(node) || ts.isWhileStatement(node)) && roundsIn(analysis, node, known) >= manyRounds
  );
}

/** How many rounds a loop and those inside it make together; 0 when that is not sure. */
function roundsIn(analysis: Analysis, loop: ts.Node, known: Known): number {
  const isFor = ts.isForStatement(loop);
  if (!isFor && !ts.isWhileStatement(loop)) {
    return 0;
  }
  const counter = isFor ? forCounter(analysis, loop, known) : whileCounter(analysis, loop, known);
  const condition = isFor ? loop.condition : loop.expression;
  if (counter === undefined || condition === undefined || leaves(loop.statement)) {
    return 0;
  }
  const rounds = roundsOf(analysis, condition, counter, known);
  if (rounds === undefined) {
    return 0;
  }
  const middle = counter.from + (rounds * counter.step) / 2;
  const inside: Known = new Map([...known, [counter.symbol, middle]]);
  const inner = runNodes(loop.statement).map((node) => roundsIn(analysis, node, inside));
  return rounds * Math.max(1, ...inner);
}

function leaves(body: ts.Statement): boolean {
  return runs(body, (node) => isExit(node) || isAwait(node));
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
    const deeper = ts.isCallExpression(node) ? longWorkOf(analysis, node, given, depth + 1) : undefined;
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
