import { randomUUID } from 'node:crypto';
import { Disposable, EventEmitter, l10n, ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import type { TraceEvent } from '../core/trace/events';
import type { Trace } from '../core/trace/trace';
import { dress } from './dress';
import { finishedRun } from './finished-run';
import type { Fixable, FinishedRun, FromView, Prediction, RunStart, RunTitle, ToView } from './protocol';

export const timelineViewType = 'asyncTutor.timeline';

/** Events wait this long for company, in milliseconds: few large messages are cheaper than many small ones. */
const batchMs = 50;

/** The one timeline panel: it shows the latest run, and is made when there is one to show. */
export class TimelinePanel implements Disposable {
  readonly #asked = new EventEmitter<FromView>();
  readonly #closed = new EventEmitter<void>();
  readonly #shown = new EventEmitter<readonly FinishedRun[]>();
  readonly #extensionUri: Uri;
  #current: RunStart | undefined;
  #runs: readonly FinishedRun[] = [];
  #panel: WebviewPanel | undefined;
  #listening = false;
  /** What the view has to be told once it listens: the run so far, or the whole of the last one. */
  #run: ToView[] = [];
  #batch: TraceEvent[] = [];
  #alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(extensionUri: Uri) {
    this.#extensionUri = extensionUri;
  }

  /** What the learner asks for in the view. */
  readonly onDidAsk = this.#asked.event;
  /** The learner closed the panel. */
  readonly onDidClose = this.#closed.event;
  /** Runs that are over are shown: one, or two to compare; none once another begins. */
  readonly onDidShow = this.#shown.event;

  /** True while there is a panel; of one that the editor kept over a restart nothing is known until it is looked at. */
  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  /** True until a run was shown. */
  get isUnused(): boolean {
    return this.#run.length === 0;
  }

  /** Brings the panel to the front. It takes the focus only when the learner asks for it. */
  reveal(preserveFocus = true): void {
    if (this.#panel !== undefined) {
      this.#panel.reveal(undefined, preserveFocus);
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus };
    this.adopt(window.createWebviewPanel(timelineViewType, '', place));
  }

  /** Makes a panel ours: a new one, or one that the editor kept over a restart. */
  adopt(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#listening = false;
    panel.webview.onDidReceiveMessage((message: FromView) => {
      this.#receive(message);
    });
    panel.onDidDispose(() => {
      if (this.#panel === panel) {
        this.#panel = undefined;
        this.#listening = false;
        this.#closed.fire();
      }
    });
    dress(panel, this.#extensionUri);
  }

  /** A run begins; `prediction` is what the learner said of it, null when nothing was asked. */
  begin(title: RunTitle, prediction: Prediction | null): void {
    this.#flush();
    this.#run = [];
    this.reveal();
    this.#current = { id: randomUUID(), title, prediction };
    this.#name(title.name);
    this.#showing([]);
    this.#tell({ type: 'begin', run: this.#current });
  }

  /** Events of the running program, in order. */
  events(events: readonly TraceEvent[]): void {
    for (const event of events) {
      this.#batch.push(event);
    }
    this.#alarm ??= setTimeout(() => {
      this.#flush();
    }, batchMs);
  }

  /** The run that began last is over. */
  finished(trace: Trace, problem: string | null): void {
    if (this.#current !== undefined) {
      this.show(finishedRun(this.#current, trace, problem));
    }
  }

  /** Shows a run that is over. */
  show(run: FinishedRun): void {
    this.#begin(run);
    this.#tell({ type: 'finished', run });
    this.#showing([run]);
  }

  /** Shows two runs above each other, the earlier one first; the sentences say how they differ. */
  compare(before: FinishedRun, after: FinishedRun, differences: readonly string[]): void {
    this.#begin(after);
    this.#tell({ type: 'compare', runs: [before, after], differences });
    this.#showing([before, after]);
  }

  /** The runs that are shown. */
  get runs(): readonly FinishedRun[] {
    return this.#runs;
  }

  /** Tells the view which findings have a fix to try. */
  offerFixes(fixable: readonly Fixable[]): void {
    this.#run = this.#run.filter(({ type }) => type !== 'fixable');
    this.#tell({ type: 'fixable', fixable });
  }

  /** Tells the view something that matters only as long as it is looked at. */
  mention(message: Extract<ToView, { type: 'cursor' | 'draw' }>): void {
    if (this.#listening) {
      void this.#panel?.webview.postMessage(message);
    }
  }

  dispose(): void {
    clearTimeout(this.#alarm);
    this.#panel?.dispose();
    this.#asked.dispose();
    this.#closed.dispose();
    this.#shown.dispose();
  }

  /** Clears what was shown for a run that is over. */
  #begin({ title }: FinishedRun): void {
    this.#flush();
    this.#run = [];
    this.reveal();
    this.#name(title.name);
  }

  #showing(runs: readonly FinishedRun[]): void {
    this.#runs = runs;
    this.#shown.fire(runs);
  }

  #name(name: string): void {
    if (this.#panel !== undefined) {
      this.#panel.title = l10n.t('Timeline: {0}', name);
    }
  }

  #flush(): void {
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
    if (this.#batch.length > 0) {
      const events = this.#batch;
      this.#batch = [];
      this.#tell({ type: 'events', events });
    }
  }

  #tell(message: ToView): void {
    this.#run.push(message);
    if (this.#listening) {
      void this.#panel?.webview.postMessage(message);
    }
  }

  #receive(message: FromView): void {
    if (message.type !== 'ready') {
      this.#asked.fire(message);
      return;
    }
    this.#listening = true;
    for (const earlier of this.#run) {
      void this.#panel?.webview.postMessage(earlier);
    }
  }
}
