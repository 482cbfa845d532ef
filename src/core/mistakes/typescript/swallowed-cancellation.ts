import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { quoted } from './describe';
import { contains } from './semantics/inside';
import { isAsync, scopeOf } from './semantics/scopes';
import { abortBranch, usesError } from './swallowed-cancellation/catches';
import { raisingFixes } from './swallowed-cancellation/raising-fix';
import { givenSignal } from './swallowed-cancellation/signals';

/** A `catch` that keeps an abort to itself, although the signal came from outside and its owner waits for the end. */
export function swallowedCancellation(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.filter(ts.isTryStatement).flatMap((node) => {
    const { catchClause } = node;
    const scope = scopeOf(node);
    if (catchClause === undefined || scope.kind !== 'function' || !isAsync(scope.node)) {
      return [];
    }
    const signal = givenSignal(analysis, node.tryBlock);
    if (signal === undefined || knowsOfAbort(scope.node, node) || isQuietEnd(node, scope.node)) {
      return [];
    }
    const branch = abortBranch(catchClause);
    if (branch === undefined || (branch === 'unsaid' && usesError(analysis, catchClause))) {
      return [];
    }
    const start = catchClause.getStart();
    const message = l10n.t(
      'This `catch` keeps the AbortError to itself: whoever aborts {0} believes the work has ended, but the program goes on as if nothing had happened.',
      quoted(signal.getText()),
    );
    const fixes = raisingFixes(analysis, catchClause, branch, signal);
    return [{ start, end: start + 'catch'.length, message, fixes }];
  });
}

/** Whether the function asks the signal itself elsewhere, and so ends when it is aborted, or aborts something itself. */
function knowsOfAbort(around: ts.Node, tried: ts.TryStatement): boolean {
  return contains(
    around,
    (node) =>
      ts.isIdentifier(node) &&
      (node.text === 'abort' ||
        (/^(?:aborted|throwIfAborted|addEventListener|onabort)$/.test(node.text) &&
          !(tried.pos <= node.pos && node.end <= tried.end))),
  );
}

/** An empty `catch` at the very end of a function says on purpose that an abort is one way to end. */
function isQuietEnd(tried: ts.TryStatement, around: ts.FunctionLikeDeclaration): boolean {
  return (
    tried.catchClause?.block.statements.length === 0 &&
    around.body !== undefined &&
    ts.isBlock(around.body) &&
    tried === around.body.statements.at(-1)
  );
}
