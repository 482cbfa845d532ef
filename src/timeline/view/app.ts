import { verdictOf } from '../../core/trace/verdict';
import type { FinishedRun, PictureFormat, RunStart, ToView } from '../protocol';
import { stateOf } from '../state';
import type { EditorApi } from './api';
import { betterOf } from './better';
import { Page } from './dom/page';
import { plain } from './dom/speech';
import { predictionSentence } from './dom/summary';
import type { Ink } from './draw/draw';
import { pngOf } from './draw/png';
import { whatOf, type Scene } from './draw/scene';
import { svgOf } from './draw/svg';
import { emptyTrace, LiveRun } from './live-run';
import { cameOrder } from './model/came-order';
import { storyOf } from './model/story';
import { outputOf } from './output';
import { say } from './say';
import type { Staged } from './staged';
import { followTheme } from './theme';

/** The panel: empty, following a run, showing a finished one, or comparing two. */
export class App {
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #page: Page;
  #ink: Ink | null = null;
  #live: LiveRun | null = null;
  #isScheduled = false;
  #fixable: ReadonlySet<string> = new Set();
  #sentences: readonly string[] = [];

  constructor(private readonly api: EditorApi) {
    this.#page = new Page({
      ask: (message) => {
        api.postMessage(message);
      },
      schedule: () => {
        this.#schedule();
      },
      isStill: () => this.#still.matches,
    });
    followTheme((ink) => {
      this.#ink = ink;
      this.#page.legend.draw(ink);
      this.#schedule();
    });
  }

  get node(): HTMLElement {
    return this.#page.node;
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
        this.#finish([message.run], []);
        break;
      case 'compare':
        this.#finish(message.runs, message.differences);
        break;
      case 'fixable':
        this.#fixable = new Set(message.fixable.map(({ run, finding }) => `${run} ${finding}`));
        this.#showFindings();
        break;
      case 'cursor':
        this.#page.stage.light(message.file, message.place);
        break;
      case 'draw':
        this.#draw(message.format);
        break;
    }
  }

  #begin(run: RunStart): void {
    const { header, summary, findings } = this.#page;
    this.api.setState(stateOf(run.id));
    const live = new LiveRun(run.title);
    this.#live = live;
    this.node.dataset['phase'] = 'live';
    header.show(run.title, true);
    const told = { verdict: say('live.verdict'), problem: null, prediction: null };
    summary.show({ ...told, better: null, differences: [] });
    for (const list of findings) {
      list.clear();
    }
    this.#show([{ run, story: storyOf(emptyTrace(run.title), false) }], true);
    this.#page.announce(say('live.announce', run.title.name));
    const follow = (at: number) => {
      if (this.#live === live) {
        header.tick(live.now(at));
        live.refresh(at, this.#still.matches, (trace) => {
          this.#show([{ run, story: storyOf(trace, false) }], false);
        });
        requestAnimationFrame(follow);
      }
    };
    requestAnimationFrame(follow);
  }

  #finish(runs: readonly FinishedRun[], differences: readonly string[]): void {
    const [first] = runs;
    const last = runs.at(-1);
    if (first === undefined || last === undefined) {
      return;
    }
    const { header, summary, stage } = this.#page;
    const follows = this.#live !== null && runs.length === 1 && stage.staged[0]?.run.id === first.id;
    this.#live = null;
    this.#fixable = new Set();
    this.api.setState(runs.length > 1 ? stateOf(last.id, first.id) : stateOf(last.id));
    this.node.dataset['phase'] = 'finished';
    header.show(last.title, false);
    const verdict = verdictOf(last.trace);
    const { problem, prediction } = last;
    summary.show({ verdict, problem, prediction, differences, better: betterOf(last) });
    this.#sentences = differences.length > 0 ? differences : [verdict];
    const how = prediction === null ? [] : [predictionSentence(prediction)];
    this.#page.announce([...(problem === null ? [] : [problem]), ...how, ...this.#sentences].join(' '));
    const staged = runs.map((run) => ({ run, story: storyOf(run.trace, true, run.trace.findings) }));
    this.#show(staged, !follows);
    this.#showFindings();
  }

  #show(staged: readonly Staged[], isNew: boolean): void {
    const { stage, conductor, legend, summary, output, order } = this.#page;
    stage.show(staged, isNew);
    conductor.load();
    const [first, second] = staged;
    const stories = staged.map(({ story }) => story);
    const rows = stories.flatMap((story) => story.rows);
    legend.show(
      rows,
      stories.every(({ over }) => over),
    );
    summary.node.classList.toggle('two', second !== undefined);
    if (first !== undefined) {
      summary.showFacts(first.story.facts);
      const lines = second === undefined ? outputOf(first.story.trace, first.story.rows) : [];
      output.show(lines);
      const said = (second === undefined ? first.run.prediction?.order : null) ?? null;
      order.show(said, said !== null && first.story.over ? cameOrder(said, lines) : null);
    }
    this.#page.showTables();
  }

  #showFindings(): void {
    const { findings, stage } = this.#page;
    const isAlone = stage.staged.length === 1;
    findings.forEach((list, view) => {
      const staged = stage.staged[view];
      if (staged === undefined || !('trace' in staged.run)) {
        list.clear();
        return;
      }
      const { run, story } = staged;
      const places = run.trace.findings.map((_, finding) => finding);
      const fixable = places.filter((finding) => this.#fixable.has(`${run.id} ${finding}`));
      const selectable = story.spots.map(({ finding }) => finding);
      const heading = isAlone ? say('findings.title') : say('findings.titleOf', view + 1);
      list.show(heading, run, new Set(selectable), new Set(fixable));
    });
  }

  #draw(format: PictureFormat): void {
    const { stage } = this.#page;
    const last = stage.staged.at(-1)?.run;
    if (this.#ink === null || last === undefined || !('trace' in last)) {
      return;
    }
    const { palette } = this.#ink;
    const { name, language, clock } = last.title;
    const sentences = this.#sentences.map(plain);
    const scene: Scene = { title: name, what: whatOf(language, clock), sentences, runs: stage.sceneRuns() };
    const data = format === 'svg' ? svgOf(scene, palette) : pngOf(scene, palette);
    this.api.postMessage({ type: 'drawn', format, data });
  }

  #schedule(): void {
    if (this.#isScheduled) {
      return;
    }
    this.#isScheduled = true;
    requestAnimationFrame((at) => {
      this.#isScheduled = false;
      const { stage, conductor } = this.#page;
      const isPlaying = conductor.tick(at);
      if (this.#ink !== null) {
        stage.render(at, this.#ink);
      }
      if (isPlaying || stage.camera.isGliding(at)) {
        this.#schedule();
      }
    });
  }
}
