import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { bridgeFindings } from './nested-runner/bridges';
import { effectFindings } from './nested-runner/effect';
import { executorFixes } from './nested-runner/executor-fix';
import { awaitEdits } from './edits/await';
import { awaitingFix } from './edits/await-fix';
import { replace } from './edits/text';
import { isAsyncExecutor } from './semantics/callbacks';
import { isFromLibrary } from './semantics/promises';
import { calledOnTheSpot, isAsync, isPromiseConstructor, scopeOf, started } from './semantics/scopes';
import { once } from './semantics/once';

/** Async work started inside async code by something that does not wait for it. */
export const nestedRunner = once((analysis: Analysis): readonly RuleFinding[] => {
  return [
    ...analysis.nodes.filter(ts.isNewExpression).flatMap((node) => asyncExecutor(analysis, node)),
    ...analysis.nodes.filter(ts.isExpressionStatement).flatMap((node) => droppedCall(analysis, node)),
    ...bridgeFindings(analysis),
    ...effectFindings(analysis),
  ];
});

function asyncExecutor(analysis: Analysis, node: ts.NewExpression): readonly RuleFinding[] {
  const [executor] = node.arguments ?? [];
  if (!isPromiseConstructor(node) || executor === undefined || !isAsyncExecutor(analysis, executor)) {
    return [];
  }
  const symbol = analysis.checker.getSymbolAtLocation(node.expression);
  if (symbol !== undefined && !isFromLibrary(analysis, symbol)) {
    return [];
  }
  const message = l10n.t(
    'The executor of `new Promise` is async: an error thrown in it does not reject this promise, which then stays pending forever.',
  );
  return [
    { start: node.getStart(), end: node.expression.end, message, fixes: executorFixes(analysis, node) },
  ];
}

function droppedCall(analysis: Analysis, statement: ts.ExpressionStatement): readonly RuleFinding[] {
  const call = started(statement);
  const scope = scopeOf(statement);
  if (!ts.isCallExpression(call) || scope.kind !== 'function' || !isAsync(scope.node)) {
    return [];
  }
  if (calledOnTheSpot(call) === undefined) {
    return [];
  }
  const message = l10n.t(
    'This async function is started inside async code and not awaited: the code around it goes on before it is done, and an error in it is not caught here.',
  );
  return [
    {
      start: call.getStart(),
      end: call.end,
      message,
      fixes: awaitingFix(
        analysis,
        call,
        l10n.t('Add await'),
        call.parent === statement.expression && ts.isPrefixUnaryExpression(call.parent)
          ? [replace(statement.getStart(), call.getStart(), 'await ')]
          : awaitEdits(call),
      ),
    },
  ];
}
