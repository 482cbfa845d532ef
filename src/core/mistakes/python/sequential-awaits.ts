import type { RuleFinding } from '../finding';
import { awaitLoops } from './flow/await-loops';
import { awaitRows, type Row } from './flow/await-rows';
import { isTestCode } from './flow/context';
import { gatherLoop } from './fixes/gather-loop';
import { gatherRow } from './fixes/gather-row';
import type { Rule, RuleContext } from './rule';
import { calleeText, textOf } from './syntax/node';

/** Independent awaits one after another, in a row of statements or in a loop. */
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
      message: `Each round of the loop waits for \`${calleeText(found.work)}(...)\` before the next one starts it, although the rounds do not depend on each other: the waits add up.`,
      fixes: gatherLoop(found, infer),
    }));
  return [...rows, ...loops];
};

function inRow(row: Row, context: RuleContext): RuleFinding {
  const [first, ...others] = row;
  const names = new Set(row.map(({ work }) => `\`${calleeText(work)}(...)\``));
  const what = names.size > 1 ? [...names].join(' and ') : `${row.length} calls of ${[...names].join()}`;
  return {
    start: first.awaited.start,
    end: first.awaited.end,
    message: `${what} are awaited one after another, although none needs the other's result: the waits add up.`,
    fixes: gatherRow(row, context.infer),
    related: others.map(({ awaited }) => ({
      start: awaited.start,
      end: awaited.end,
      message: `\`${textOf(awaited).split('\n')[0] ?? ''}\` could run at the same time.`,
    })),
  };
}
