import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { blockerOf, type Blocker } from './blocking-call/blockers';
import { describe } from './describe';
import { isInAsyncCode } from './semantics/async-code';
import { helperSearch, isHere, placesOn, type Path } from './semantics/calls';
import { once } from './semantics/once';

/** What the text of a file says when something in it blocks: a `*Sync` function, `Atomics.wait`, a look at a clock. */
const hint = /Sync\b|\bAtomics\b|\b(?:Date|performance|hrtime|uptime)\b/;

/** Calls that hold up the event loop from inside async code, straight or through plain functions of the project. */
export const blockingCall = once((analysis: Analysis): readonly RuleFinding[] => {
  const search = helperSearch(analysis, (node) => blockerOf(analysis, node) !== undefined, hint);
  return analysis.nodes.flatMap((node) => {
    if (!mayBlock(node) || !isInAsyncCode(analysis, node)) {
      return [];
    }
    const blocker = blockerOf(analysis, node);
    if (blocker !== undefined) {
      return [direct(blocker)];
    }
    const path = ts.isCallExpression(node) ? search(node) : undefined;
    const reason = path === undefined ? undefined : blockerOf(analysis, path.place);
    return path === undefined || reason === undefined || !ts.isCallExpression(node)
      ? []
      : [throughHelper(analysis, node, path, reason)];
  });
});

function mayBlock(node: ts.Node): boolean {
  return ts.isCallExpression(node) || ts.isIterationStatement(node, false);
}

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
  analysis: Analysis,
  call: ts.CallExpression,
  path: Path,
  { start, end, subject, fixes }: Blocker,
): RuleFinding {
  return {
    start: call.getStart(),
    end: call.end,
    message: l10n.t(
      '{0} blocks the event loop, because {1} runs inside it: until it is done, nothing else in the program runs.',
      describe(call),
      subject,
    ),
    fixes: isHere(analysis, path) ? fixes() : [],
    related: placesOn(analysis, path, { start, end, message: l10n.t('{0} blocks here', subject) }),
  };
}
