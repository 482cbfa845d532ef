import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { awaitEdits, isLeftHandSide } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { insert } from '../edits/text';
import { isFromNode } from '../semantics/builtins';
import { isBackgroundTask } from '../semantics/handled';
import { isArrayOfPromises, isPromise, isSureCall, returnTypeOf } from '../semantics/promises';
import { bare, calledOnTheSpot, isAsync, isPromiseConstructor, scopeOf } from '../semantics/scopes';
import { isAsyncFunction } from '../semantics/callbacks';

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
  const place = { start: expression.getStart(), end: expression.end };
  if (isDroppedPromise(analysis, expression)) {
    const message = ts.isCallExpression(expression)
      ? l10n.t(
          '{0} returns a promise that nobody awaits: the program goes on before it is done, and an error in it is not caught here.',
          describe(expression),
        )
      : l10n.t(
          '{0} is a promise that nobody awaits: the program goes on before it is done, and an error in it is not caught here.',
          describe(expression),
        );
    return [{ ...place, message, fixes: floatingFixes(analysis, expression) }];
  }
  if (isDroppedList(analysis, expression)) {
    const message = l10n.t(
      '{0} makes a promise for each element and nobody awaits them: the program goes on before they are done, and an error in one is not caught here.',
      describe(expression),
    );
    const edits = [insert(place.start, 'await Promise.all('), insert(place.end, ')')];
    return [
      {
        ...place,
        message,
        fixes: awaitingFix(analysis, expression, l10n.t('Await them together with Promise.all'), edits),
      },
    ];
  }
  return [];
}

function floatingFixes(analysis: Analysis, expression: ts.Expression): readonly Fix[] {
  const awaiting = awaitingFix(analysis, expression, l10n.t('Add await'), awaitEdits(expression));
  if (
    !isLeftHandSide(expression) ||
    analysis.checker.getPropertyOfType(droppedType(analysis, expression), 'catch') === undefined
  ) {
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

function droppedType(analysis: Analysis, expression: ts.Expression): ts.Type {
  return ts.isCallExpression(expression) || ts.isTaggedTemplateExpression(expression)
    ? returnTypeOf(analysis, expression)
    : analysis.checker.getTypeAtLocation(expression);
}

function isDroppedPromise(analysis: Analysis, expression: ts.Expression): boolean {
  if (ts.isCallExpression(expression)) {
    return isDroppedCall(analysis, expression);
  }
  if (ts.isNewExpression(expression)) {
    const executor = expression.arguments?.[0];
    const isRunner =
      isPromiseConstructor(expression) && executor !== undefined && isAsyncFunction(analysis, executor);
    return !isRunner && isPromise(analysis, analysis.checker.getTypeAtLocation(expression));
  }
  return (
    (ts.isIdentifier(expression) || ts.isTaggedTemplateExpression(expression)) &&
    isPromise(analysis, droppedType(analysis, expression))
  );
}

function isDroppedCall(analysis: Analysis, call: ts.CallExpression): boolean {
  return (
    calledOnTheSpot(call) === undefined &&
    !isHandled(analysis, call) &&
    !isRaised(call) &&
    isPromise(analysis, returnTypeOf(analysis, call)) &&
    isSureCall(analysis, call) &&
    !isFromNode(analysis, call, 'test') &&
    !isBackgroundTask(analysis, call)
  );
}

/** In a plain function `Promise.reject(error)` can only be meant to be heard as an unhandled rejection. */
function isRaised(call: ts.CallExpression): boolean {
  const scope = scopeOf(call);
  return call.expression.getText() === 'Promise.reject' && scope.kind === 'function' && !isAsync(scope.node);
}

/** Whether a chain ends with, or passes through, somebody who takes its error. */
function isHandled(analysis: Analysis, call: ts.CallExpression): boolean {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) {
    return false;
  }
  const { text: method } = callee.name;
  const handler = method === 'catch' ? call.arguments[0] : method === 'then' ? call.arguments[1] : undefined;
  if (handler !== undefined && !isNothing(analysis, handler)) {
    return true;
  }
  const receiver = bare(callee.expression);
  return (
    ['then', 'catch', 'finally'].includes(method) &&
    ts.isCallExpression(receiver) &&
    isHandled(analysis, receiver)
  );
}

function isNothing(analysis: Analysis, handler: ts.Expression): boolean {
  const { flags } = analysis.checker.getTypeAtLocation(handler);
  return (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0;
}

function isDroppedList(analysis: Analysis, expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression)) {
    return false;
  }
  const callee = bare(expression.expression);
  return (
    ts.isPropertyAccessExpression(callee) &&
    (callee.name.text === 'map' || callee.name.text === 'from') &&
    isArrayOfPromises(analysis, returnTypeOf(analysis, expression))
  );
}
