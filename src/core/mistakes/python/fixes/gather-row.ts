import * as l10n from '@vscode/l10n';
import type { Fix, TextEdit } from '../../finding';
import type { Row } from '../flow/await-rows';
import type { Inference } from '../semantics/infer';
import { textOf } from '../syntax/node';
import { joined } from './edits';
import { asyncioAt } from './imports';
import { freeName, linesOf, newlineOf, stepOf, type Lines } from './lines';

const widest = 88;

/** Starts the work of a row together: with `gather`, or in a task group. The other statements of the row go. */
export function gatherRow(row: Row, infer: Inference): readonly Fix[] {
  const [first] = row;
  const asyncio = asyncioAt(first.statement, infer);
  const lines = row.map(({ statement }) => linesOf(statement)).filter((one) => one !== undefined);
  const [at] = lines;
  if (asyncio === undefined || at === undefined || lines.length < row.length) {
    return [];
  }
  const newline = newlineOf(first.statement.tree);
  const removed = lines.slice(1).map((one) => lineOut(one, first.statement.tree.text));
  const replace = (text: readonly string[]): readonly TextEdit[] =>
    joined([
      ...asyncio.edits,
      { start: at.start + at.indent.length, end: at.end, newText: text.join(`${newline}${at.indent}`) },
      ...removed,
    ]);
  const step = stepOf(first.statement.tree);
  return [
    {
      title: l10n.t('Await them together with `{0}.gather(...)`', asyncio.name),
      preferred: false,
      edits: replace(gathered(row, lines, asyncio.name, at.indent, step)),
    },
    {
      title: l10n.t('Start them in an `{0}.TaskGroup` (Python 3.11)', asyncio.name),
      preferred: false,
      edits: replace(grouped(row, lines, asyncio.name, step)),
    },
  ];
}

function lineOut({ start, end }: Lines, text: string): TextEdit {
  const next = text.indexOf('\n', end);
  return { start, end: next < 0 ? end : next + 1, newText: '' };
}

function gathered(
  row: Row,
  lines: readonly Lines[],
  asyncio: string,
  indent: string,
  step: string,
): readonly string[] {
  const targets = row.flatMap(({ target }) => (target === undefined ? [] : [textOf(target)]));
  const left = targets.length === 0 ? '' : `${targets.join(', ')} = `;
  const single = `${left}await ${asyncio}.gather(${row.map(({ work }) => textOf(work)).join(', ')})`;
  const bare = lines.every(({ comment }) => comment === '');
  return bare && indent.length + single.length <= widest
    ? [single]
    : [
        `${left}await ${asyncio}.gather(`,
        ...row.map(({ work }, place) => `${step}${textOf(work)},${lines[place]?.comment ?? ''}`),
        ')',
      ];
}

function grouped(row: Row, lines: readonly Lines[], asyncio: string, step: string): readonly string[] {
  const { tree } = row[0].statement;
  const group = freeName('group', tree);
  const names = row.map(({ target }) => target && freeName(`${textOf(target)}_task`, tree));
  const started = row.map(({ work }, place) => {
    const name = names[place];
    const left = name === undefined ? '' : `${name} = `;
    return `${step}${left}${group}.create_task(${textOf(work)})${lines[place]?.comment ?? ''}`;
  });
  const results = row.flatMap(({ target }, place) =>
    target === undefined ? [] : [`${textOf(target)} = ${names[place] ?? ''}.result()`],
  );
  return [`async with ${asyncio}.TaskGroup() as ${group}:`, ...started, ...results];
}
