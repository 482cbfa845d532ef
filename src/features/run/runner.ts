import { readFile } from 'node:fs/promises';
import { EventEmitter, l10n, type Disposable, type OutputChannel } from 'vscode';
import type { Run, RunListener, RunRequest } from '../../core/run/run';
import { textsBeside } from '../../core/run/texts';
import { TraceAssembler } from '../../core/trace/model';
import type { Trace } from '../../core/trace/trace';
import type { RunTitle } from '../../timeline/protocol';
import type { TimelinePanel } from '../../timeline/panel';
import type { Asked } from '../course/predict';
import { setContext, setting } from '../ids';
import { predictionShown } from '../timeline/predictions';
import type { Interpreter } from './interpreter';
import type { Target } from './target';

/** A run that is over. */
export interface Finished {
  readonly target: Target;
  readonly trace: Trace;
  /** One sentence when it did not complete. */
  readonly problem: string | null;
  /** What the learner had said of it, where a question was asked. */
  readonly asked: Asked | undefined;
}

/** What the runner needs from outside. */
export interface RunnerParts {
  readonly launch: (request: RunRequest, listener: RunListener) => Run;
  /** What runs the program, or undefined when there is nothing that could, which the learner knows then. */
  readonly interpreter: (target: Target) => Promise<Interpreter | undefined>;
  readonly panel: Pick<TimelinePanel, 'begin' | 'events' | 'finished'>;
  readonly output: OutputChannel;
}

/** Runs one program at a time under its recorder; what it writes and does goes to the panel as it happens. */
export class Runner implements Disposable {
  readonly #finished = new EventEmitter<Finished>();
  readonly #runningChanged = new EventEmitter<boolean>();
  readonly #parts: RunnerParts;
  #current: Run | undefined;
  /** Counts what was asked for, so that of two quick requests the later one runs. */
  #requests = 0;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  readonly onDidFinish = this.#finished.event;
  readonly onDidChangeRunning = this.#runningChanged.event;

  get running(): boolean {
    return this.#current !== undefined;
  }

  /** Runs a program to its end. A program that still runs is stopped first. Undefined when it could not be started. */
  async run(target: Target, asked?: Asked): Promise<Finished | undefined> {
    const request = ++this.#requests;
    await this.stop();
    const interpreter = await this.#parts.interpreter(target);
    if (interpreter === undefined || request !== this.#requests) {
      return undefined;
    }
    return this.#follow(target, interpreter, asked);
  }

  /** Stops the running program, if there is one, and everything it started. */
  async stop(): Promise<void> {
    const run = this.#current;
    run?.stop();
    await run?.done;
  }

  dispose(): void {
    this.#current?.stop();
    this.#finished.dispose();
    this.#runningChanged.dispose();
  }

  #follows(run: Run | undefined): void {
    this.#current = run;
    void setContext('asyncTutor.running', run !== undefined);
    this.#runningChanged.fire(run !== undefined);
  }

  async #follow(target: Target, interpreter: Interpreter, asked: Asked | undefined): Promise<Finished> {
    const { panel, output, launch } = this.#parts;
    const { language, file, cwd } = target;
    const document = target.document.toString();
    const clock = setting('run.clock');
    const title: RunTitle = { name: target.name, language, clock, file: document };
    const assembler = new TraceAssembler({ language, file, clock });
    const request: RunRequest = {
      ...{ language, file, cwd, args: [], clock, stdin: 'none' },
      interpreter: interpreter.command,
      environment: interpreter.env,
      limits: limits(),
    };
    panel.begin(title, predictionShown(asked));
    output.appendLine(`> ${target.name}`);
    const source = readFile(file, 'utf8').catch(() => null);
    const run = launch(request, {
      onEvents(events) {
        assembler.add(events);
        panel.events(events);
      },
      onOutput: (_stream, text) => {
        output.append(text);
      },
    });
    this.#follows(run);
    const end = await run.done;
    this.#follows(undefined);
    const { problem } = end;
    const sources = await textsBeside(file, assembler.files);
    const trace = assembler.finish({ ...end, source: await source, sources });
    const finished = { target, trace, problem, asked };
    panel.finished(trace, problem);
    output.appendLine(problem ?? l10n.t('Done in {0} s.', (trace.duration / 1000).toFixed(1)));
    this.#finished.fire(finished);
    return finished;
  }
}

/** Traces of learners' programs are small; one that is not would make the editor slow. */
const traceBytes = 32 * 1024 * 1024;

function limits(): RunRequest['limits'] {
  return {
    timeoutMs: setting('run.timeoutSeconds') * 1000,
    outputBytes: setting('run.outputKilobytes') * 1024,
    traceBytes,
    memoryBytes: setting('run.memoryMegabytes') * 1024 * 1024,
  };
}
