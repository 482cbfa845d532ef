import * as l10n from '@vscode/l10n';
import type { Fix, RuleFinding } from '../finding';
import { inARow } from '../in-a-row';
import { awaitGroups } from './flow/await-groups';
import { awaitLoops } from './flow/await-loops';
import { awaitRows, type Row } from './flow/await-rows';
import { isTestCode } from './flow/context';
import { gatherGroup } from './fixes/gather-group';
import { gatherLoop } from './fixes/gather-loop';
import { gatherRow } from './fixes/gather-row';
import type { Rule, RuleContext } from './rule';
import { calleeText, textOf, type SyntaxNode } from './syntax/node';

/** Independent awaits one after another, in a row of statements, in one expression or in a loop. */
export const sequentialAwaits: Rule = (context) => {
  const { model, infer } = context;
  const rows = awaitRows(context)
    .filter(([first]) => !isTestCode(model, first.statement))
    .map((row) => inRow(row, context));
  const loops = awaitLoops(context)
    .filter(({ loop }) => !isTestCode(model, loop))
    .map((found): RuleFinding => ({
      start: found.awaited.start,
      end: found.awaited.end,
      message: l10n.t(
        'Each round of the loop waits for `{0}(...)` before the next one starts it, although the rounds do not depend on each other: the waits add up.',
        calleeText(found.work),
      ),
      fixes: gatherLoop(found, infer),
    }));
  const groups = awaitGroups(context)
    .filter(({ whole }) => !isTestCode(model, whole))
    .map((group) => oneAfterAnother(group.awaits[0], group.awaits, group.works, gatherGroup(group, infer)));
  return [...rows, ...loops, ...groups];
};

function inRow(row: Row, { infer }: RuleContext): RuleFinding {
  const awaits = row.map(({ awaited }) => awaited);
  return oneAfterAnother(
    row[0].awaited,
    awaits,
    row.map(({ work }) => work),
    gatherRow(row, infer),
  );
}

function oneAfterAnother(
  first: SyntaxNode,
  awaits: readonly SyntaxNode[],
  works: readonly SyntaxNode[],
  fixes: readonly Fix[],
): RuleFinding {
  return {
    start: first.start,
    end: first.end,
    message: inARow(works.map((work) => `\`${calleeText(work)}(...)\``)),
    fixes,
    related: awaits.slice(1).map((awaited) => ({
      start: awaited.start,
      end: awaited.end,
      message: l10n.t('`{0}` could run at the same time.', textOf(awaited).split('\n')[0] ?? ''),
    })),
  };
}
