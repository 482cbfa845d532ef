import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RelatedPlace, RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { blockerOf, type Blocker } from './blocking-call/blockers';
import { describe } from './describe';
import { helperOf, helperSearch } from './semantics/calls';
import { asyncCodeAround } from './semantics/scopes';
import { once } from './semantics/once';

/** Calls that hold up the event loop from inside async code, straight or through a plain function of the same file. */
export const blockingCall = once((analysis: Analysis): readonly RuleFinding[] => {
  const search = helperSearch(analysis, (node) => blockerOf(analysis, node) !== undefined);
  return analysis.nodes.flatMap((node) => {
    const blocker = blockerOf(analysis, node);
    if (blocker !== undefined) {
      return asyncCodeAround(analysis, node) === undefined ? [] : [direct(blocker)];
    }
    const helper = ts.isCallExpression(node) ? helperOf(analysis, node) : undefined;
    const path = helper === undefined ? undefined : search(helper);
    if (path === undefined || !ts.isCallExpression(node) || asyncCodeAround(analysis, node) === undefined) {
      return [];
    }
    const reason = blockerOf(analysis, path.place);
    return reason === undefined ? [] : [throughHelper(node, path.calls, reason)];
  });
});

function direct({ start, end, subject, fixes }: Blocker): RuleFinding {
  return {
    start,
    end,
    message: l10n.t(
      '{0} blocks the event loop: until it is done, nothing else in the program runs.',
      subject,
    ),
    fixes: fixes(),
  };
}

function throughHelper(
  call: ts.CallExpression,
  calls: readonly ts.CallExpression[],
  { start, end, subject, fixes }: Blocker,
): RuleFinding {
  const name = describe(call);
  const steps = calls.map((step): RelatedPlace => ({
    start: step.getStart(),
    end: step.end,
    message: l10n.t('It calls {0} here', describe(step)),
  }));
  return {
    start: call.getStart(),
    end: call.end,
    message: l10n.t(
      '{0} blocks the event loop, because {1} runs inside it: until it is done, nothing else in the program runs.',
      name,
      subject,
    ),
    fixes: fixes(),
    related: [...steps, { start, end, message: l10n.t('{0} blocks here', subject) }],
  };
}
