import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RelatedPlace, RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { breathingFixes } from './cpu-bound/breathing-fix';
import { longRecursion } from './cpu-bound/recursion';
import { longListOf } from './cpu-bound/lists';
import { isLongLoop, longWorkOf, type Work } from './cpu-bound/work';
import { workerFixes } from './cpu-bound/worker-fix';
import { describe } from './describe';
import { isInAsyncCode } from './semantics/async-code';
import { once } from './semantics/once';

/** Long calculations in async code: loops and recursions whose length can be read off the text. */
export const cpuBound = once((analysis: Analysis): readonly RuleFinding[] => {
  if (isWorkerFile(analysis)) {
    return [];
  }
  return analysis.nodes.flatMap((node) => {
    if (
      !(ts.isCallExpression(node) || ts.isIterationStatement(node, false)) ||
      !isInAsyncCode(analysis, node)
    ) {
      return [];
    }
    const found = isLongLoop(analysis, node) ? loopFinding(analysis, node) : callFinding(analysis, node);
    return found === undefined ? [] : [found];
  });
});

/** In a worker thread nobody else waits for the event loop. */
function isWorkerFile({ identifiers }: Analysis): boolean {
  return identifiers.has('parentPort');
}

function loopFinding(analysis: Analysis, node: ts.IterationStatement): RuleFinding | undefined {
  if (ts.findAncestor(node.parent, (outer) => isLongLoop(analysis, outer)) !== undefined) {
    return undefined;
  }
  const end = ts.isDoStatement(node) ? node.end : node.statement.pos;
  const fixes = breathingFixes(analysis, node);
  const message = l10n.t(
    'This loop calculates for long without an await: until it is done, nothing else in the program runs.',
  );
  return { start: node.getStart(), end, message, fixes };
}

function callFinding(analysis: Analysis, node: ts.Node): RuleFinding | undefined {
  if (!ts.isCallExpression(node)) {
    return undefined;
  }
  const work: Work | undefined =
    longRecursion(analysis, node) ?? longListOf(analysis, node) ?? longWorkOf(analysis, node);
  if (work === undefined) {
    return undefined;
  }
  const steps = work.calls.map((step): RelatedPlace => ({
    start: step.getStart(),
    end: step.end,
    message: l10n.t('It calls {0} here', describe(step)),
  }));
  return {
    start: node.getStart(),
    end: node.end,
    message: l10n.t(
      '{0} calculates for long without an await: until it is done, nothing else in the program runs.',
      describe(node),
    ),
    fixes: workerFixes(analysis, node),
    related: [...steps, { start: work.start, end: work.end, message: work.reason }],
  };
}
