import { Worker } from 'node:worker_threads';
import type { Finding } from '../../core/mistakes/finding';
import type { SourceDocument } from '../../core/mistakes/source';
import type { CheckReply, CheckRequest } from './protocol';

export interface AnalysisOptions {
  /** Path of the worker's script. */
  readonly script: string;
  /** A document that takes longer than this many milliseconds counts as one that the worker cannot check. */
  readonly patienceMs: number;
  /** Told why a document was not checked; `crashed` when the worker had to be given up. */
  onProblem(problem: { readonly path: string; readonly reason: string; readonly crashed: boolean }): void;
}

interface Job {
  readonly document: SourceDocument;
  settle(findings: readonly Finding[] | undefined): void;
}

/**
 * Checks documents in a worker, one at a time. A newer text of a document replaces an older one that still waits.
 * A worker that crashes or hangs is given up; the next document gets a new one.
 */
export class AnalysisClient {
  readonly #options: AnalysisOptions;
  /** Waiting jobs by document path, in order of arrival. */
  readonly #waiting = new Map<string, Job>();
  #worker: Worker | undefined;
  #current: (Job & { readonly id: number; readonly alarm: ReturnType<typeof setTimeout> }) | undefined;
  #lastId = 0;

  constructor(options: AnalysisOptions) {
    this.#options = options;
  }

  /** Findings in a document, or undefined when it was replaced by a newer text or could not be checked. */
  check(document: SourceDocument): Promise<readonly Finding[] | undefined> {
    this.#waiting.get(document.path)?.settle(undefined);
    return new Promise((settle) => {
      this.#waiting.set(document.path, { document, settle });
      this.#next();
    });
  }

  async dispose(): Promise<void> {
    const worker = this.#worker;
    this.#abandon();
    await worker?.terminate();
  }

  #next(): void {
    const [first] = this.#waiting;
    if (this.#current !== undefined || first === undefined) {
      return;
    }
    const [path, job] = first;
    this.#waiting.delete(path);
    const id = ++this.#lastId;
    const { patienceMs } = this.#options;
    const alarm = setTimeout(() => {
      this.#crashed(`took longer than ${patienceMs / 1000} s`);
    }, patienceMs);
    this.#current = { ...job, id, alarm };
    this.#worker ??= this.#start();
    this.#worker.postMessage({ id, document: job.document } satisfies CheckRequest);
  }

  #start(): Worker {
    const worker = new Worker(this.#options.script);
    worker.unref();
    worker.on('message', (reply: CheckReply) => {
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
      fail(error instanceof Error ? error.message : String(error));
    });
    worker.on('exit', (code) => {
      fail(`the worker ended with code ${code}`);
    });
    return worker;
  }

  #answer(reply: CheckReply): void {
    if ('problem' in reply) {
      this.#report(reply.problem, false);
    }
    this.#settle('findings' in reply ? reply.findings : undefined);
    this.#next();
  }

  #crashed(reason: string): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#report(reason, true);
    this.#settle(undefined);
    this.#next();
  }

  #report(reason: string, crashed: boolean): void {
    const path = this.#current?.document.path;
    if (path !== undefined) {
      this.#options.onProblem({ path, reason, crashed });
    }
  }

  #settle(findings: readonly Finding[] | undefined): void {
    const job = this.#current;
    this.#current = undefined;
    clearTimeout(job?.alarm);
    job?.settle(findings);
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
