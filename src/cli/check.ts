import { writeFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { reasonOf } from '../core/reason';
import { mistakeIds } from '../core/mistakes/catalogue';
import { positionsIn } from '../core/mistakes/positions';
import { linters, type Silence } from '../core/mistakes/silence';
import { findSources } from '../platform/sources';
import { createPool, type Pool } from './pool';
import { documentOf, failed, given, readGiven, type Given } from './read';
import { reports, type CheckedFile } from './report';
import { choice, UsageError } from './usage';
import { version } from './version';

/** A fix in one file may uncover a mistake in another, as when a function that it imports becomes async. */
const mostRounds = 5;

/** `async-tutor check`: prints a report and gives the exit code. Wrong usage throws a UsageError. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      fix: { type: 'boolean', default: false },
      off: { type: 'string', multiple: true, default: [] },
      'covered-by': { type: 'string', multiple: true, default: [] },
      'stdin-filename': { type: 'string' },
    },
  });
  const format = choice('--format', values.format, ['text', 'json', 'sarif']);
  const silence: Silence = {
    off: listed(values.off).map((id) => choice('--off', id, mistakeIds)),
    coveredBy: listed(values['covered-by']).map((linter) => choice('--covered-by', linter, linters)),
  };
  const { files, nothingThere } = await read(positionals, values['stdin-filename'], values.fix);
  const pool = createPool(files.length);
  try {
    const present = values.fix ? await fixed(pool, files, silence) : files;
    const checked = await review(pool, present, silence);
    complain(checked);
    process.stdout.write(reports[format](checked, await version()));
    return checked.some(({ findings }) => findings.length > 0) ? 1 : nothingThere ? 2 : 0;
  } finally {
    await pool.dispose();
  }
}

const listed = (values: readonly string[]): readonly string[] => values.flatMap((value) => value.split(','));

interface Input {
  readonly files: readonly Given[];
  /** Something was named that is not there. */
  readonly nothingThere: boolean;
}

async function read(paths: readonly string[], name: string | undefined, fix: boolean): Promise<Input> {
  if (paths.length === 0) {
    throw new UsageError('check needs the path of a file or a folder.');
  }
  if (!paths.includes('-')) {
    const { files, problems } = findSources(paths);
    return {
      files: [
        ...problems.map((problem) => failed(problem.path, problem.error)),
        ...(await Promise.all(files.map(readGiven))),
      ],
      nothingThere: problems.length > 0,
    };
  }
  if (paths.length > 1 || name === undefined || fix) {
    throw new UsageError('- stands alone, needs --stdin-filename NAME, and does not go with --fix.');
  }
  return { files: [given(name, await readAll(process.stdin))], nothingThere: false };
}

async function review(
  pool: Pool,
  files: readonly Given[],
  silence: Silence,
): Promise<readonly CheckedFile[]> {
  const documents = files.flatMap((file) => (file.error === null ? (documentOf(file) ?? []) : []));
  const answers = (await pool.review(documents, silence)).values();
  return files.map(({ path, language, text, error }): CheckedFile => {
    const nothing = { path, language, text, findings: [], unknown: [] };
    const answer = error ?? answers.next().value ?? '';
    if (typeof answer === 'string') {
      return { ...nothing, error: answer };
    }
    const { findings, unknown, firstError } = answer;
    return {
      ...nothing,
      findings,
      unknown,
      error: firstError === undefined ? null : halfWritten(text, firstError),
    };
  });
}

const halfWritten = (text: string, place: number): string =>
  `Line ${positionsIn(text)(place).line} cannot be understood: what stands around it was not checked.`;

/** Writes the preferred fixes, file by file, until no file changes any more. */
async function fixed(pool: Pool, files: readonly Given[], silence: Silence): Promise<readonly Given[]> {
  const present = [...files];
  for (let round = 0, changed = true; changed && round < mostRounds; round++) {
    changed = false;
    for (const [place, file] of present.entries()) {
      const document = file.error === null ? documentOf(file) : undefined;
      const text = (document && (await pool.fixAll(document, silence))) ?? file.text;
      if (text !== file.text) {
        changed = true;
        present[place] = await written({ ...file, text });
      }
    }
  }
  return present;
}

async function written(file: Given): Promise<Given> {
  try {
    await writeFile(file.path, file.mark + file.text);
    return file;
  } catch (error) {
    return failed(file.path, `It cannot be written: ${reasonOf(error)}`);
  }
}

function complain(files: readonly CheckedFile[]): void {
  for (const { path, error, unknown } of files) {
    const names = unknown.map(({ name }) => `There is no mistake "${name}" to silence.`);
    for (const sentence of [...(error === null ? [] : [error]), ...names]) {
      process.stderr.write(`${path}: ${sentence}\n`);
    }
  }
}
