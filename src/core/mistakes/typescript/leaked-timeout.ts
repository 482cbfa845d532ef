import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { signalFixes } from './leaked-timeout/signal-fix';
import { timeLimitOf, type TimeLimit } from './leaked-timeout/time-limit';
import { clearingFixes } from './leaked-timeout/clearing-fix';
import { isFromLibrary } from './semantics/promises';
import { bare, isFunction } from './semantics/scopes';
import { stopsSomething } from './semantics/timers';

/** `Promise.race` against a timer that nobody clears and that stops nothing. */
export function leakedTimeout(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.filter(ts.isCallExpression).flatMap((race) => {
    const limit = isRace(analysis, race) ? timeLimitOf(analysis, race) : undefined;
    if (limit === undefined || isTidy(race)) {
      return [];
    }
    const message = l10n.t(
      'When the work wins this race, the timer runs on and keeps the program alive; when the timer wins, the work goes on although nobody waits for it.',
    );
    const fixes = [...clearingFixes(analysis, race, limit), ...signalFixes(analysis, race, limit)];
    return [{ start: race.getStart(), end: race.end, message, fixes, related: relatedTo(race, limit) }];
  });
}

function relatedTo(race: ts.CallExpression, { timer }: TimeLimit) {
  const isApart = timer !== undefined && !(race.pos <= timer.pos && timer.end <= race.end);
  const message = l10n.t('This timer is never cleared');
  return isApart ? [{ start: timer.getStart(), end: timer.end, message }] : [];
}

function isRace(analysis: Analysis, call: ts.CallExpression): boolean {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'race') {
    return false;
  }
  const symbol = analysis.checker.getSymbolAtLocation(callee.expression);
  return symbol?.name === 'Promise' && isFromLibrary(analysis, symbol);
}

/** Whether the code around a race stops anything at all: a timer, or the work. */
function isTidy(race: ts.Node): boolean {
  let around: ts.Node = race;
  for (let at = race.parent; !ts.isSourceFile(at); at = at.parent) {
    if (isFunction(at)) {
      around = at;
    }
  }
  return around === race
    ? race
        .getSourceFile()
        .statements.some((statement) => !isDeclaration(statement) && stopsSomething(statement))
    : stopsSomething(around);
}

function isDeclaration(statement: ts.Statement): boolean {
  return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
}
