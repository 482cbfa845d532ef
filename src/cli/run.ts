import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reasonOf } from '../core/reason';
import { languageOf, type Language } from '../core/language';
import { findPython, noPython, ownNode } from '../core/run/interpreters';
import { launch } from '../core/run/launch';
import { defaultLimits } from '../core/run/limits';
import { recorderCommand } from '../core/run/recorders';
import type { RunEnd, RunRequest } from '../core/run/run';
import { textsBeside } from '../core/run/texts';
import { chromeTrace } from '../core/trace/chrome';
import { draw } from '../core/trace/draw';
import { TraceAssembler } from '../core/trace/model';
import type { Trace, TraceFinding } from '../core/trace/trace';
import { verdictOf } from '../core/trace/verdict';
import { lineInWords, sentence } from '../core/trace/words';
import { assetsIn, distDirectory } from '../platform/assets';
import { choice, UsageError } from './usage';

/** The exit code of timeout(1) for a program that ran too long. */
const timedOut = 124;
const interrupted = 130;
const defaultWidth = 100;

type Format = keyof typeof reports;

interface Options {
  readonly file: string;
  readonly language: Language;
  readonly format: Format;
  /** Where the trace is to be written as well. */
  readonly traceFile: string | undefined;
  readonly clock: RunRequest['clock'];
  readonly timeoutMs: number;
  readonly args: readonly string[];
}

/** `async-tutor run`: runs a program, prints what happened, gives the exit code. Wrong usage throws a UsageError. */
export async function run(args: readonly string[]): Promise<number> {
  const options = parse(args);
  const found = await stat(options.file).catch(() => undefined);
  if (found?.isFile() !== true) {
    throw new UsageError(`There is no file ${options.file}.`);
  }
  const request = await requestFor(options);
  if (request === undefined) {
    process.stderr.write(`async-tutor: ${noPython}\n`);
    return 1;
  }
  const traceFile = options.traceFile === undefined ? undefined : await openForWriting(options.traceFile);
  const { trace, end } = await record(request, options.format === 'text');
  await traceFile?.writeFile(`${JSON.stringify(trace)}\n`);
  await traceFile?.close();
  process.stdout.write(reports[options.format](trace));
  const { code, reason } = end.exit;
  const endedByItself = reason === 'failed' && code !== null;
  if (end.problem !== null && !endedByItself) {
    process.stderr.write(`async-tutor: ${end.problem}\n`);
  }
  return reason === 'timeout' ? timedOut : reason === 'killed' ? interrupted : (code ?? 1);
}

/** Opened before the program runs: a path that cannot be written must not cost a run. */
async function openForWriting(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'w');
  } catch (error) {
    throw new UsageError(`The trace cannot be written to ${file}: ${reasonOf(error)}`);
  }
}

const reports = {
  text: (trace: Trace) => {
    const width = process.stdout.isTTY ? process.stdout.columns : defaultWidth;
    const sentences = [verdictOf(trace), ...trace.findings.map(inWords)];
    return `\n${draw(trace, { width })}\n\n${sentences.join('\n')}\n`;
  },
  json: (trace: Trace) => `${JSON.stringify(trace)}\n`,
  chrome: (trace: Trace) => `${JSON.stringify(chromeTrace(trace))}\n`,
} satisfies Record<string, (trace: Trace) => string>;

/** The line stands before a sentence that does not name it. */
function inWords(finding: TraceFinding): string {
  const { message, section } = finding;
  const line = lineInWords(finding);
  const isNamed = line === '' || message.includes(`(${line})`);
  return `- ${isNamed ? '' : `${sentence(line)}: `}${message} (section ${section})`;
}

function parse(all: readonly string[]): Options {
  const rest = all.indexOf('--');
  const args = rest < 0 ? [] : all.slice(rest + 1);
  const { values, positionals } = parseArgs({
    args: rest < 0 ? [...all] : all.slice(0, rest),
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      clock: { type: 'string', default: 'real' },
      trace: { type: 'string' },
      timeout: { type: 'string', default: String(defaultLimits.timeoutMs / 1000) },
    },
  });
  const [file, second] = positionals;
  if (file === undefined || second !== undefined) {
    throw new UsageError('run needs the path of one program; arguments for the program follow after --.');
  }
  const language = languageOf(file);
  if (language === undefined) {
    throw new UsageError(`${file} is neither a Python nor a TypeScript or JavaScript file.`);
  }
  const seconds = Number(values.timeout);
  if (!(seconds > 0) || !Number.isFinite(seconds)) {
    throw new UsageError(`--timeout takes a number of seconds above 0, not "${values.timeout}".`);
  }
  const clock = choice('--clock', values.clock, ['real', 'skip-idle', 'virtual']);
  const format = choice('--format', values.format, ['text', 'json', 'chrome']);
  const timeoutMs = seconds * 1000;
  return { file, language, format, traceFile: values.trace, clock, timeoutMs, args };
}

async function requestFor(options: Options): Promise<RunRequest | undefined> {
  const { file, language, clock, timeoutMs, args } = options;
  const own = ownNode();
  const python = language === 'python';
  const interpreter = python ? await findPython() : own.command;
  return interpreter === undefined
    ? undefined
    : {
        ...{ language, file, args, clock, interpreter, cwd: process.cwd(), stdin: 'inherit' },
        environment: python ? {} : own.env,
        limits: { ...defaultLimits, timeoutMs },
      };
}

async function record(request: RunRequest, echo: boolean): Promise<{ trace: Trace; end: RunEnd }> {
  const { language, file, clock } = request;
  const assembler = new TraceAssembler({ language, file: path.resolve(file), clock });
  const running = launch(request, recorderCommand(request, assetsIn(distDirectory())), {
    onEvents: (events) => {
      assembler.add(events);
    },
    onOutput: (stream, text) => {
      if (echo || stream === 'stderr') {
        process[stream].write(text);
      }
    },
  });
  const stop = () => {
    running.stop();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const end = await running.done;
  process.off('SIGINT', stop).off('SIGTERM', stop);
  const source = await readFile(file, 'utf8').catch(() => null);
  const sources = await textsBeside(file, assembler.files);
  return { trace: assembler.finish({ ...end, source, sources }), end };
}
