import { formatDuration } from '../../core/trace/duration';
import type { LiveTrace } from '../../core/trace/model';
import { tookMs, verdictOf } from '../../core/trace/verdict';
import type { FinishedRun, RunStart, RunTitle, ToView } from '../protocol';
import { stateOf } from '../state';
import type { EditorApi } from './api';
import { element, setText } from './dom/element';
import { findingsList } from './dom/findings';
import { Header } from './dom/header';
import { Legend } from './dom/legend';
import { OutputList } from './dom/output-list';
import { giveHands } from './dom/picture-hands';
import { PictureView } from './dom/picture-view';
import { Summary } from './dom/summary';
import { Tooltip } from './dom/tooltip';
import type { Ink } from './draw/draw';
import { LiveRun } from './live-run';
import { factsOf } from './model/facts';
import { toldOf } from './model/told';
import type { Row } from './model/row';
import { rowsOf } from './model/rows';
import { noteOf } from './notes';
import { outputOf } from './output';
import { followTheme } from './theme';
import { words } from './words';

/** The panel: empty, following a run, or showing a finished one. */
export class App {
  readonly node: HTMLElement;
  readonly #header: Header;
  readonly #summary = new Summary();
  readonly #picture: PictureView;
  readonly #findings = element('div');
  readonly #output = new OutputList();
  readonly #legend = new Legend();
  readonly #announcer = element('div', { class: 'unseen', attributes: { role: 'status' } });
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  #live: LiveRun | null = null;
  #title: RunTitle | null = null;
  #note: (row: Row) => string = () => '';
  #endLabel = '';

  constructor(private readonly api: EditorApi) {
    this.#header = new Header({
      stop: () => {
        api.postMessage({ type: 'stop' });
      },
      runAgain: () => {
        const file = this.#title?.file ?? null;
        if (file !== null) {
          api.postMessage({ type: 'run-again', file });
        }
      },
    });
    let ink: Ink | null = null;
    this.#picture = new PictureView({
      note: (row) => this.#note(row),
      ink: () => ink,
      still: () => this.#still.matches,
      endLabel: () => this.#endLabel,
    });
    const tooltip = new Tooltip();
    giveHands(this.#picture, tooltip, this.#reveal);
    const { title, hint } = words.empty;
    this.node = element(
      'main',
      { class: 'app', attributes: { 'data-phase': 'empty' } },
      element('div', { class: 'empty' }, element('h1', { text: title }), element('p', { text: hint })),
      element(
        'div',
        { class: 'run' },
        this.#header.node,
        this.#summary.node,
        this.#picture.node,
        this.#findings,
        this.#output.node,
        this.#legend.node,
      ),
      this.#announcer,
      tooltip.node,
    );
    followTheme((read) => {
      ink = read;
      this.#legend.draw(read);
      this.#picture.schedule();
    });
  }

  /** Takes a message from the extension. */
  receive(message: ToView): void {
    switch (message.type) {
      case 'begin':
        this.#begin(message.run);
        break;
      case 'events':
        this.#live?.add(message.events, performance.now());
        break;
      case 'finished':
        this.#finish(message.run);
        break;
    }
  }

  readonly #reveal = (line: number): void => {
    const file = this.#title?.file ?? null;
    if (file !== null) {
      this.api.postMessage({ type: 'reveal', file, line });
    }
  };

  #begin({ id, title }: RunStart): void {
    this.api.setState(stateOf(id));
    this.#title = title;
    const live = new LiveRun(title);
    this.#live = live;
    this.node.dataset['phase'] = 'live';
    this.#header.show(title, true);
    this.#summary.show(words.live.verdict, null);
    this.#findings.replaceChildren();
    this.#picture.clear();
    this.#show({ ...emptyTrace(title) }, false);
    setText(this.#announcer, words.live.announce(title.name));
    const follow = (at: number) => {
      if (this.#live === live) {
        this.#header.tick(live.now(at));
        live.refresh(at, this.#still.matches, (trace) => {
          this.#show(trace, false);
        });
        requestAnimationFrame(follow);
      }
    };
    requestAnimationFrame(follow);
  }

  #finish({ id, title, trace, problem, lessons }: FinishedRun): void {
    this.api.setState(stateOf(id));
    this.#title = title;
    setText(this.#announcer, [problem, verdictOf(trace)].filter(Boolean).join(' '));
    if (this.#live === null) {
      this.#picture.clear();
    }
    this.#live = null;
    this.node.dataset['phase'] = 'finished';
    this.#header.show(title, false);
    this.#summary.show(verdictOf(trace), problem);
    this.#findings.replaceChildren(
      findingsList(trace.findings, lessons, {
        reveal: this.#reveal,
        lesson: (section) => {
          this.api.postMessage({ type: 'lesson', section });
        },
      }),
    );
    this.#show(trace, true);
  }

  #show(trace: LiveTrace, over: boolean): void {
    const facts = factsOf(trace);
    this.#note = (row) => noteOf(row, facts);
    this.#summary.showFacts(facts);
    this.#endLabel = formatDuration(over ? tookMs(trace) : trace.duration);
    const rows = rowsOf(trace);
    this.#legend.show(rows, over);
    this.#picture.show({ rows, duration: trace.duration, over, told: toldOf(trace) });
    this.#output.show(outputOf(trace));
  }
}

function emptyTrace({ language, name, clock }: RunTitle): LiveTrace {
  return { version: 1, language, file: name, clock, duration: 0, lanes: [], loop: [], marks: [] };
}
