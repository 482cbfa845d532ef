import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { blockingCall } from './blocking-call';
import { cpuBound } from './cpu-bound';
import { functionName } from './describe';
import { missingAwait } from './missing-await';
import { isMeantToBeAsync } from './needless-async/demanded';
import { isStub, mayBringPromise } from './needless-async/body';
import { plainFixes } from './needless-async/plain-fix';
import { callersOf } from './needless-async/callers';
import { nestedRunner } from './nested-runner';
import { isAwait, runs } from './semantics/inside';
import { isAsync, isFunction, isGenerator } from './semantics/scopes';

/** Async functions that never await, where nothing around them asks for a promise. */
export function needlessAsync(analysis: Analysis): readonly RuleFinding[] {
  const others = [missingAwait, blockingCall, cpuBound, nestedRunner].flatMap((rule) => rule(analysis));
  const mistaken = new Set(missingAwait(analysis).map(({ start }) => start));
  return analysis.nodes.flatMap((node) => {
    if (!isFunction(node) || !isAsync(node) || isGenerator(node) || node.body === undefined) {
      return [];
    }
    if (runs(node.body, isAwait) || isStub(node.body) || isMeantToBeAsync(analysis, node)) {
      return [];
    }
    const hasWorse = others.some(({ start }) => node.pos <= start && start < node.end);
    const callers = callersOf(analysis, node, mistaken);
    if (hasWorse || callers === undefined || mayBringPromise(analysis, node.body)) {
      return [];
    }
    const isAwaited =
      callers.isClosed &&
      callers.calls.length > 0 &&
      callers.calls.every((call) => ts.isAwaitExpression(call.parent));
    if (!isAwaited && runs(node.body, ts.isThrowStatement)) {
      return [];
    }
    const keyword = node.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
    const start = keyword?.getStart() ?? node.getStart();
    const named = functionName(node);
    const message = named.startsWith('`')
      ? l10n.t(
          '{0} is async but never awaits: it has nothing to wait for, and still hands out a promise that its callers must await.',
          named,
        )
      : l10n.t(
          'This function is async but never awaits: it has nothing to wait for, and still hands out a promise that its callers must await.',
        );
    const end = node.name?.end ?? keyword?.end ?? start;
    return [{ start, end, message, fixes: plainFixes(analysis, node, callers, isAwaited) }];
  });
}
