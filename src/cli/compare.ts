import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { reasonOf } from '../core/reason';
import { compare as compareTraces, type Comparison } from '../core/trace/compare';
import type { Summary } from '../core/trace/compare/summary';
import { formatDuration } from '../core/trace/duration';
import { readTrace } from '../core/trace/read';
import type { Trace } from '../core/trace/trace';
import { choice, UsageError } from './usage';

/** `async-tutor compare`: prints how two saved traces differ. Wrong usage and files that are no traces throw a UsageError. */
export async function compare(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  });
  const format = choice('--format', values.format, ['text', 'json']);
  const [first, second, third] = positionals;
  if (first === undefined || second === undefined || third !== undefined) {
    throw new UsageError('compare needs two traces, which `run --trace FILE` writes.');
  }
  const comparison = compareTraces(await traceIn(first), await traceIn(second));
  process.stdout.write(format === 'json' ? `${JSON.stringify(comparison)}\n` : asText(comparison));
  return 0;
}

async function traceIn(file: string): Promise<Trace> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} could not be read: ${reasonOf(error)}`);
  });
  const trace = readTrace(text);
  if (typeof trace === 'string') {
    throw new UsageError(`${file}: ${trace}`);
  }
  return trace;
}

const rows: readonly (readonly [string, (summary: Summary) => string])[] = [
  ['Program', ({ file }) => file.replace(/^.*[\\/]/, '')],
  ['Took', ({ wall }) => formatDuration(wall)],
  ['Loop busy', ({ busy }) => formatDuration(busy)],
  ['Loop idle', ({ idle }) => formatDuration(idle)],
  ['Blocked', ({ blocked }) => formatDuration(blocked)],
  ['Waits at once', ({ overlap }) => `${overlap.most}, at most`],
  ['Waiting together', ({ overlap }) => formatDuration(overlap.together)],
];

function asText({ first, second, sentences }: Comparison): string {
  const cells = rows.map(([label, cell]) => [label, cell(first), cell(second)] as const);
  const width = Math.max(...cells.map(([, cell]) => cell.length));
  const lines = cells.map(([label, a, b]) => `${label.padEnd(16)}  ${a.padEnd(width)}  ${b}`);
  return `${[...lines, '', ...sentences].join('\n')}\n`;
}
