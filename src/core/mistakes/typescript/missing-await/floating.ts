import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { awaitEdits, isLeftHandSide } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { insert } from '../edits/text';
import { isFromNode } from '../semantics/builtins';
import { isPlainCall } from '../semantics/callee';
import { isBackgroundTask } from '../semantics/handled';
import { calledName } from '../semantics/names';
import { includesList, includesPromise, isPromise, isSureCall, returnTypeOf } from '../semantics/promises';
import {
  bare,
  calledOnTheSpot,
  dressed,
  isArray,
  isAsync,
  isFunctionLiteral,
  isPromiseConstructor,
  scopeOf,
} from '../semantics/scopes';
import { isAsyncExecutor } from '../semantics/callbacks';
import { floatingMessage, listMessage, type Certainty } from './messages';

const chains: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** Promises made by a statement and dropped at its end. */
export function floatingFindings(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes
    .filter(ts.isExpressionStatement)
    .flatMap((statement) => droppedIn(statement.expression))
    .flatMap((expression) => findingFor(analysis, expression));
}

/** The expressions whose values a statement drops. */
function droppedIn(node: ts.Expression): readonly ts.Expression[] {
  const expression = bare(node);
  if (ts.isConditionalExpression(expression)) {
    return [...droppedIn(expression.whenTrue), ...droppedIn(expression.whenFalse)];
  }
  if (!ts.isBinaryExpression(expression)) {
    return [expression];
  }
  switch (expression.operatorToken.kind) {
    case ts.SyntaxKind.CommaToken:
      return [...droppedIn(expression.left), ...droppedIn(expression.right)];
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return droppedIn(expression.right);
    default:
      return [];
  }
}

function findingFor(analysis: Analysis, expression: ts.Expression): readonly RuleFinding[] {
  if (ts.isCallExpression(expression) && isPlainCall(analysis, expression, 'content')) {
    return [];
  }
  const place = { start: expression.getStart(), end: expression.end };
  const certainty = droppedPromise(analysis, expression);
  if (certainty !== undefined) {
    const message = floatingMessage(describe(expression), ts.isCallExpression(expression), certainty);
    return [{ ...place, message, fixes: floatingFixes(analysis, expression) }];
  }
  if (isDroppedList(analysis, expression)) {
    const message = listMessage(describe(expression), isMapped(expression));
    const edits = [insert(place.start, 'await Promise.all('), insert(place.end, ')')];
    const isList = analysis.checker.isArrayType(analysis.checker.getTypeAtLocation(expression));
    const fixes = isList
      ? awaitingFix(analysis, expression, l10n.t('Await them together with Promise.all'), edits)
      : [];
    return [{ ...place, message, fixes }];
  }
  return [];
}

function floatingFixes(analysis: Analysis, expression: ts.Expression): readonly Fix[] {
  const awaiting = awaitingFix(analysis, expression, l10n.t('Add await'), awaitEdits(expression));
  const type = ts.isCallExpression(expression)
    ? returnTypeOf(analysis, expression)
    : analysis.checker.getTypeAtLocation(expression);
  if (!isLeftHandSide(expression) || analysis.checker.getPropertyOfType(type, 'catch') === undefined) {
    return awaiting;
  }
  const handled = insert(expression.end, '.catch(console.error)');
  return [
    ...awaiting,
    {
      title: l10n.t('Leave it running and report its error with .catch()'),
      preferred: false,
      edits: [handled],
    },
  ];
}

function droppedPromise(analysis: Analysis, expression: ts.Expression): Certainty | undefined {
  if (ts.isCallExpression(expression)) {
    return droppedCall(analysis, expression);
  }
  if (ts.isNewExpression(expression)) {
    const executor = expression.arguments?.[0];
    const isRunner =
      isPromiseConstructor(expression) && executor !== undefined && isAsyncExecutor(analysis, executor);
    return isRunner ? undefined : certaintyOf(analysis, expression);
  }
  const isHeld =
    ts.isIdentifier(expression) ||
    ts.isYieldExpression(expression) ||
    ts.isPropertyAccessExpression(expression) ||
    ts.isElementAccessExpression(expression) ||
    ts.isTaggedTemplateExpression(expression);
  const asserted = dressed(expression);
  const isAsserted = asserted.kind === ts.SyntaxKind.AsExpression || ts.isTypeAssertionExpression(asserted);
  return isHeld || isAsserted ? certaintyOf(analysis, asserted as ts.Expression) : undefined;
}

function certaintyOf(analysis: Analysis, expression: ts.Expression): Certainty | undefined {
  const type = analysis.checker.getTypeAtLocation(expression);
  const present = ts.isCallExpression(expression) ? returnTypeOf(analysis, expression) : type;
  return isPromise(analysis, present) ? 'surely' : includesPromise(analysis, type) ? 'maybe' : undefined;
}

function droppedCall(analysis: Analysis, call: ts.CallExpression): Certainty | undefined {
  if (calledOnTheSpot(call) !== undefined || isHandled(analysis, call) || isRaised(call)) {
    return undefined;
  }
  const certainty = certaintyOf(analysis, call);
  const isOpen = certainty === 'maybe' && mayBeAnswered(analysis, call);
  return certainty === undefined ||
    isOpen ||
    isTakenFromList(analysis, call) ||
    !isSureCall(analysis, call) ||
    isFromNode(analysis, call, 'test') ||
    takesErrorFirst(analysis, call) ||
    isBackgroundTask(analysis, call)
    ? undefined
    : certainty;
}

/** Functions that bring a promise only when no callback is given are common, and their types often do not tell. */
function mayBeAnswered(analysis: Analysis, call: ts.CallExpression): boolean {
  const { checker } = analysis;
  const declaration = checker.getResolvedSignature(call)?.declaration;
  const isSaid =
    declaration !== undefined && !ts.isJSDocSignature(declaration) && declaration.type !== undefined;
  return (
    !isSaid ||
    call.arguments.some((argument) => checker.getTypeAtLocation(argument).getCallSignatures().length > 0)
  );
}

/** What is called with a callback whose first parameter is the error brings its result there, and a promise for others. */
function takesErrorFirst({ checker }: Analysis, call: ts.CallExpression): boolean {
  const callback = call.arguments.at(-1);
  if (callback === undefined || !isFunctionLiteral(callback) || chains.has(calledName(call) ?? '')) {
    return false;
  }
  const wanted = checker.getContextualType(callback);
  const isWanted = wanted !== undefined && checker.getNonNullableType(wanted).getCallSignatures().length > 0;
  return isWanted && /^_?err(?:or)?$/.test(callback.parameters[0]?.name.getText() ?? '');
}

/** In a plain function `Promise.reject(error)` can only be meant to be heard as an unhandled rejection. */
function isRaised(call: ts.CallExpression): boolean {
  const scope = scopeOf(call);
  return call.expression.getText() === 'Promise.reject' && scope.kind === 'function' && !isAsync(scope.node);
}

/** Whether a chain ends with, or passes through, somebody who takes its error. */
export function isHandled(analysis: Analysis, call: ts.CallExpression): boolean {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) {
    return false;
  }
  const { text: method } = callee.name;
  const isOpen = call.arguments.some(ts.isSpreadElement);
  const handler = isOpen
    ? undefined
    : method === 'catch'
      ? call.arguments[0]
      : method === 'then'
        ? call.arguments[1]
        : undefined;
  if (handler !== undefined && !isNothing(analysis, handler)) {
    return true;
  }
  const receiver = bare(callee.expression);
  return chains.has(method) && ts.isCallExpression(receiver) && isHandled(analysis, receiver);
}

/** Whether a handler is surely none: nothing at all, or something that cannot be called. */
function isNothing({ checker }: Analysis, handler: ts.Expression): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(handler));
  const mayBeCalled =
    (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable)) !== 0 ||
    type.getSymbol()?.name === 'Function' ||
    type.getCallSignatures().length > 0;
  return !mayBeCalled;
}

/** Whether a statement drops a list of promises, and so all of them. */
function isDroppedList(analysis: Analysis, expression: ts.Expression): boolean {
  return (
    !isTakenFromList(analysis, expression) &&
    !ts.isAwaitExpression(expression) &&
    includesList(analysis, analysis.checker.getTypeAtLocation(expression))
  );
}

/** What `splice` and `shift` take out of a list was made elsewhere, and `sort` returns the list itself. */
function isTakenFromList(analysis: Analysis, expression: ts.Expression): boolean {
  const callee = ts.isCallExpression(expression) ? bare(expression.expression) : undefined;
  return (
    callee !== undefined &&
    ts.isPropertyAccessExpression(callee) &&
    isArray(analysis, callee.expression) &&
    !isMapped(expression)
  );
}

function isMapped(expression: ts.Expression): boolean {
  return ts.isCallExpression(expression) && /^(?:map|flatMap|from)$/.test(calledName(expression) ?? '');
}
