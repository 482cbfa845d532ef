import { Worker } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import { reasonOf } from '../../core/reason';
import { noSilence, type Silence } from '../../core/mistakes/silence';
import type { SourceDocument } from '../../core/mistakes/source';
import type { Place } from '../../core/mistakes/suppression/suppression';
import type { Asked, Question, Questions, Reply, Request, WorkerData } from './protocol';

export interface AnalysisOptions {
  /** Path of the worker's script. */
  readonly script: string;
  /** What the worker says, by its English; undefined for English. */
  readonly translations?: WorkerData['translations'];
  /** A document that takes longer than this many milliseconds counts as one that the worker cannot check. */
  readonly patienceMs: number;
  /** Told why a document was not checked; `crashed` when the worker had to be given up. */
  onProblem(problem: { readonly path: string; readonly reason: string; readonly crashed: boolean }): void;
}

type Answer<Q extends Question> = Questions[Q]['answer'];

interface Job {
  /** The document's, or the first folder's. */
  readonly path: string;
  readonly asked: Asked;
  settle(answer: Answer<Question>): void;
}

/**
 * Checks documents in a worker, one at a time. A newer text of a document replaces an older one that still waits.
 * A worker that crashes or hangs is given up; the next document gets a new one. What is undefined was replaced by a
 * newer text, or could not be checked.
 */
export class AnalysisClient {
  readonly #options: AnalysisOptions;
  /** Waiting jobs by question and document path, in order of arrival. */
  readonly #waiting = new Map<string, Job>();
  #worker: Worker | undefined;
  #current: (Job & { readonly id: number; readonly alarm: ReturnType<typeof setTimeout> }) | undefined;
  #lastId = 0;
  readonly #unsaved = new Map<string, string>();
  #upcoming: readonly string[] = [];

  constructor(options: AnalysisOptions) {
    this.#options = options;
  }

  /** What there is to say about a document. */
  review(document: SourceDocument, silence: Silence = noSilence): Promise<Answer<'review'> | undefined> {
    return this.#ask<'review'>(document.path, { question: 'review', document, silence });
  }

  /** Where the first piece of a document begins that cannot be understood; undefined also where there is none. */
  firstError(document: SourceDocument): Promise<Answer<'firstError'>> {
    return this.#ask<'firstError'>(document.path, { question: 'firstError', document });
  }

  /** The edits that apply all preferred fixes to a document. */
  fixAll(document: SourceDocument, silence: Silence = noSilence): Promise<Answer<'fixAll'> | undefined> {
    return this.#ask<'fixAll'>(document.path, { question: 'fixAll', document, silence });
  }

  /** The edit that silences one finding by a comment; undefined also where no comment can stand. */
  ignore(document: SourceDocument, place: Place): Promise<Answer<'ignore'>> {
    return this.#ask<'ignore'>(document.path, { question: 'ignore', document, place });
  }

  /** The files to check in folders. */
  sources(paths: readonly string[]): Promise<Answer<'sources'> | undefined> {
    return this.#ask<'sources'>(paths[0] ?? '', { question: 'sources', paths });
  }

  /** From now on other documents see this text of a file, and without one what is on disk; false if they do already. */
  setUnsaved(path: string, text: string | undefined): boolean {
    if (this.#unsaved.get(path) === text) {
      return false;
    }
    this.#unsaved.delete(path);
    if (text !== undefined) {
      this.#unsaved.set(path, text);
    }
    this.#worker?.postMessage({ unsaved: { path, text } } satisfies Request);
    return true;
  }

  /** These documents are going to be asked about, in this order; none when that is over. */
  setUpcoming(paths: readonly string[]): void {
    this.#upcoming = paths;
    this.#worker?.postMessage({ upcoming: paths } satisfies Request);
  }

  async dispose(): Promise<void> {
    const worker = this.#worker;
    this.#abandon();
    await worker?.terminate();
  }

  #ask<Q extends Question>(path: string, asked: Asked & { question: Q }): Promise<Answer<Q> | undefined> {
    const key = `${asked.question} ${'place' in asked ? asked.place.start : ''} ${path}`;
    this.#waiting.get(key)?.settle(undefined);
    return new Promise((resolve) => {
      const settle = (answer: Answer<Question>) => {
        resolve(answer);
      };
      this.#waiting.set(key, { path, asked, settle });
      this.#next();
    });
  }

  #next(): void {
    const [first] = this.#waiting;
    if (this.#current !== undefined || first === undefined) {
      return;
    }
    const [key, job] = first;
    this.#waiting.delete(key);
    const id = ++this.#lastId;
    const { patienceMs } = this.#options;
    const alarm = setTimeout(() => {
      this.#crashed(l10n.t('took longer than {0} s', patienceMs / 1000));
    }, patienceMs);
    this.#current = { ...job, id, alarm };
    this.#worker ??= this.#start();
    this.#worker.postMessage({ id, asked: job.asked } satisfies Request);
  }

  #start(): Worker {
    const { script, translations } = this.#options;
    const worker = new Worker(script, { workerData: { translations } satisfies WorkerData });
    worker.unref();
    if (this.#upcoming.length > 0) {
      worker.postMessage({ upcoming: this.#upcoming } satisfies Request);
    }
    for (const [path, text] of this.#unsaved) {
      worker.postMessage({ unsaved: { path, text } } satisfies Request);
    }
    worker.on('message', (reply: Reply) => {
      if (reply.id === this.#current?.id) {
        this.#answer(reply);
      }
    });
    const fail = (reason: string) => {
      if (worker === this.#worker) {
        this.#crashed(reason);
      }
    };
    worker.on('error', (error) => {
      fail(reasonOf(error));
    });
    worker.on('exit', (code) => {
      fail(l10n.t('the worker ended with code {0}', code));
    });
    return worker;
  }

  #answer(reply: Reply): void {
    if ('problem' in reply) {
      this.#report(reply.problem, false);
    }
    this.#settle('answer' in reply ? reply.answer : undefined);
    this.#next();
  }

  #crashed(reason: string): void {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#upcoming = []; // it may be too much at once
    void worker?.terminate();
    this.#report(reason, true);
    this.#settle(undefined);
    this.#next();
  }

  #report(reason: string, crashed: boolean): void {
    const path = this.#current?.path;
    if (path !== undefined) {
      this.#options.onProblem({ path, reason, crashed });
    }
  }

  #settle(answer: Answer<Question>): void {
    const job = this.#current;
    this.#current = undefined;
    clearTimeout(job?.alarm);
    job?.settle(answer);
  }

  #abandon(): void {
    this.#worker = undefined;
    this.#settle(undefined);
    for (const job of this.#waiting.values()) {
      job.settle(undefined);
    }
    this.#waiting.clear();
  }
}
