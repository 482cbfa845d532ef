import { copyFileSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../../../../src/core/language';
import { ownNode } from '../../../../src/core/run/interpreters';
import { launch } from '../../../../src/core/run/launch';
import { defaultLimits } from '../../../../src/core/run/limits';
import { listProcesses } from '../../../../src/core/run/process-list';
import { recorderCommand } from '../../../../src/core/run/recorders';
import type { RunEnd, RunLimits, RunRequest } from '../../../../src/core/run/run';
import { TraceAssembler } from '../../../../src/core/trace/model';
import type { Trace } from '../../../../src/core/trace/trace';
import { assetsIn } from '../../../../src/platform/assets';

const mebibyte = 1024 * 1024;
const programs = path.resolve('test/core/run/hostile/programs');
const extensions: Readonly<Record<Language, string>> = { python: 'py', typescript: 'mjs' };

/** What is left of a hostile program when its run is over. */
export interface Aftermath {
  readonly end: RunEnd;
  readonly output: string;
  readonly trace: Trace;
  /** Processes whose ids the program printed as `pid N` and that still live. */
  readonly alive: readonly number[];
}

/** Runs a copy of one of the programs under its recorder, with limits that are soon reached. */
export async function unleash(
  language: Language,
  name: string,
  limits: Partial<RunLimits> = {},
): Promise<Aftermath> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'hostile-'));
  const file = path.join(folder, `${name}.${extensions[language]}`);
  copyFileSync(path.join(programs, path.basename(file)), file);
  const own = ownNode();
  const request: RunRequest = {
    ...{ language, file, args: [], cwd: folder, clock: 'real', stdin: 'none' },
    interpreter: language === 'python' ? ['python3'] : own.command,
    environment: language === 'python' ? { PYTHONDONTWRITEBYTECODE: '1' } : own.env,
    limits: { ...defaultLimits, timeoutMs: 20_000, memoryBytes: 400 * mebibyte, ...limits },
  };
  const assembler = new TraceAssembler({ language, file, clock: 'real' });
  let output = '';
  const run = launch(request, recorderCommand(request, assetsIn(path.resolve('dist'))), {
    onEvents: (events) => {
      assembler.add(events);
    },
    onOutput: (_stream, text) => {
      output += text;
    },
  });
  const end = await run.done;
  rmSync(folder, { recursive: true });
  return { end, output, trace: assembler.finish(end), alive: await survivors(output) };
}

async function survivors(output: string): Promise<readonly number[]> {
  const ids = [...output.matchAll(/^pid (\d+)$/gm)].map((match) => Number(match[1]));
  await sleep(50);
  const living = new Set((await listProcesses()).map(({ pid }) => pid));
  return ids.filter((pid) => living.has(pid));
}
