import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../src/core/language';
import { findPython, ownNode } from '../../../src/core/run/interpreters';
import { launch } from '../../../src/core/run/launch';
import { defaultLimits } from '../../../src/core/run/limits';
import { recorderCommand } from '../../../src/core/run/recorders';
import { TraceAssembler } from '../../../src/core/trace/model';
import type { RunRequest } from '../../../src/core/run/run';
import type { Clock, Trace } from '../../../src/core/trace/trace';
import { assetsIn } from '../../../src/platform/assets';

export interface RecordedDemo {
  readonly stdout: string;
  readonly stderr: string;
  readonly trace: Trace;
}

/** Runs a demo under its recorder; needs the built recorders in dist. */
export async function recordDemo(file: string, language: Language, clock: Clock): Promise<RecordedDemo> {
  const node = ownNode();
  const assembler = new TraceAssembler({ language, file, clock });
  const written = { stdout: '', stderr: '' };
  const request: RunRequest = {
    ...{ language, file, clock, args: [], cwd: path.dirname(file) },
    ...{ stdin: 'none', limits: defaultLimits },
    interpreter: language === 'python' ? ((await findPython()) ?? []) : node.command,
    environment: language === 'python' ? { PYTHONDONTWRITEBYTECODE: '1' } : node.env,
  };
  const run = launch(request, recorderCommand(request, assetsIn(path.resolve('dist'))), {
    onEvents: (events) => {
      assembler.add(events);
    },
    onOutput: (stream, text) => {
      written[stream] += text;
    },
  });
  const end = await run.done;
  const trace = assembler.finish({ ...end, source: readFileSync(file, 'utf8') });
  return { ...written, trace };
}
