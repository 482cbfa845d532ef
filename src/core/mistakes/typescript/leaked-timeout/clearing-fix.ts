import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix } from '../../finding';
import type { Analysis } from '../analysis';
import { insert, sorted } from '../edits/text';
import type { TimeLimit } from './time-limit';

/** Keeps the timer that is written out near its race, and clears it when the race is over: nothing else changes. */
export function clearingFixes(
  analysis: Analysis,
  race: ts.CallExpression,
  { timer }: TimeLimit,
): readonly Fix[] {
  const statement = timer === undefined ? undefined : statementOf(timer, race);
  if (timer === undefined || statement === undefined) {
    return [];
  }
  const name = freeName(analysis);
  const { text } = analysis.sourceFile;
  const start = statement.getStart();
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  const end = text.slice(start, statement.end).endsWith(';') ? ';' : '';
  const type = analysis.javascript ? '' : ': ReturnType<typeof setTimeout> | undefined';
  const isConcise = ts.isArrowFunction(timer.parent);
  const edits = [
    insert(start, `let ${name}${type}${end}${newline}${indent}`),
    insert(timer.getStart(), `${isConcise ? '(' : ''}${name} = `),
    ...(isConcise ? [insert(timer.end, ')')] : []),
    insert(race.end, `.finally(() => clearTimeout(${name}))`),
  ];
  return [{ title: l10n.t('Clear the timer when the race is over'), preferred: true, edits: sorted(edits) }];
}

/** The statement before which a variable is seen by both; undefined when a function or block lies between them. */
function statementOf(timer: ts.Node, race: ts.Node): ts.Statement | undefined {
  const earlier = listed(outside(timer, race));
  const later = listed(race);
  return earlier !== undefined && earlier.parent === later?.parent ? earlier : undefined;
}

/** The `new Promise` around the timer: its executor runs where it stands. */
function outside(timer: ts.Node, race: ts.Node): ts.Node {
  return ts.findAncestor(timer, (node) => ts.isNewExpression(node)) ?? race;
}

function listed(node: ts.Node): ts.Statement | undefined {
  const isListed = ({ parent }: ts.Node) =>
    ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent);
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isArrowFunction(at) || ts.isPropertyDeclaration(at)) {
      return undefined;
    }
    if (ts.isStatement(at) && isListed(at)) {
      return at;
    }
  }
  return undefined;
}

function freeName({ identifiers }: Analysis): string {
  return ['timer', 'timeLimit', 'raceTimer'].find((name) => !identifiers.has(name)) ?? 'timerOfRace';
}
