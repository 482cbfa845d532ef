import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix } from '../../finding';
import type { Analysis } from '../analysis';
import { replace } from '../edits/text';
import { bare } from '../semantics/scopes';
import type { TimeLimit } from './time-limit';

/** `fetch` takes a time limit itself, and then really stops; its error is another one, so this is only offered. */
export function signalFixes(
  analysis: Analysis,
  race: ts.CallExpression,
  { member, timer, others }: TimeLimit,
): readonly Fix[] {
  const [work, ...more] = others.map((other) => bare(other));
  const limit = timer?.arguments[1];
  const isInline = timer !== undefined && member.pos <= timer.pos && timer.end <= member.end;
  if (work === undefined || more.length > 0 || limit === undefined || !isInline) {
    return [];
  }
  if (!ts.isCallExpression(work) || work.expression.getText() !== 'fetch' || work.arguments.length !== 1) {
    return [];
  }
  const isKnown =
    analysis.checker.resolveName('AbortSignal', work, ts.SymbolFlags.Value, false) !== undefined;
  const [address] = work.arguments;
  const code = `fetch(${address?.getText() ?? ''}, { signal: AbortSignal.timeout(${limit.getText()}) })`;
  return isKnown
    ? [
        {
          title: l10n.t('Give fetch the time limit with AbortSignal.timeout'),
          preferred: false,
          edits: [replace(race.getStart(), race.end, code)],
        },
      ]
    : [];
}
