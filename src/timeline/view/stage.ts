import type { Place } from '../protocol';
import { Camera } from './camera';
import { PictureView } from './dom/picture-view';
import type { Guide, Shown } from './dom/shown';
import { element } from './dom/element';
import type { Ink } from './draw/draw';
import type { SceneRun } from './draw/scene';
import { guidesOf, savedOf } from './guides';
import { fitted, type TimeWindow } from './layout/window';
import { indexShowing } from './model/fold';
import { runOf } from './model/story';
import { noteOf } from './notes';
import type { Track } from './replay';
import { say } from './say';
import type { Staged } from './staged';
import type { Vocabulary } from './words';

/** Shows one run, or two above each other on one time scale. */
export class Stage {
  readonly node: HTMLElement;
  readonly camera = new Camera();
  readonly views: readonly [PictureView, PictureView];
  #staged: readonly Staged[] = [];
  #folded: readonly [Set<string>, Set<string>] = [new Set(), new Set()];
  #vocabulary: Vocabulary = 'field';
  #lit: { readonly file: string; readonly place: Place | null } | null = null;
  #moment: number | null = null;
  #active = 0;

  constructor(
    schedule: () => void,
    private readonly isStill: () => boolean,
  ) {
    this.views = [new PictureView(this.camera, schedule), new PictureView(this.camera, schedule)];
    this.node = element('div', { class: 'stage' }, ...this.views.map(({ node }) => node));
    this.views[1].node.hidden = true;
  }

  get staged(): readonly Staged[] {
    return this.#staged;
  }

  /** Index of the picture that the viewer was in last. */
  get active(): number {
    const focused = this.views.findIndex(({ node }) => node.contains(document.activeElement));
    this.#active = focused === -1 ? this.#active : focused;
    return this.#active < this.#staged.length ? this.#active : 0;
  }

  /** Puts runs on the stage; `isNew` unless they are later states of those that are there. */
  show(staged: readonly Staged[], isNew: boolean): void {
    if (isNew) {
      this.camera.reset();
      this.#folded = [new Set(), new Set()];
      for (const view of this.views) {
        view.reset();
      }
    }
    this.#staged = staged;
    this.#focusCamera();
    this.#refresh();
  }

  speak(vocabulary: Vocabulary): void {
    this.#vocabulary = vocabulary;
    this.#refresh();
  }

  /** Lights up the spans of a line. */
  light(file: string, place: Place | null): void {
    this.#lit = { file, place };
    this.#shine();
  }

  /** Shows where the replay is; null when nothing is replayed. */
  replay(moment: number | null): void {
    this.#moment = moment;
    this.#shine();
  }

  /** Folds a row's family away, or shows it again. */
  fold(view: number, key: string): void {
    const folded = this.#folded[view];
    if (folded !== undefined && !folded.delete(key)) {
      folded.add(key);
    }
    this.#refresh();
  }

  /** Selects the span that a finding is about. */
  select(view: number, finding: number): void {
    const spot = this.#staged[view]?.story.spots.find((one) => one.finding === finding);
    const picture = this.views[view];
    const story = this.#staged[view]?.story;
    if (spot === undefined || picture === undefined || story === undefined) {
      return;
    }
    const shown = picture.rows;
    const row = indexShowing(story.rows, shown, spot.row);
    if (shown[row]?.key === spot.row) {
      picture.moveTo({ row, piece: spot.piece });
    } else {
      this.#folded[view]?.clear();
      this.#refresh();
      picture.moveTo({ row: story.rows.findIndex(({ key }) => key === spot.row), piece: spot.piece });
    }
  }

  render(at: number, ink: Ink): void {
    for (const view of this.views) {
      view.render(at, ink);
    }
  }

  /** What a replay goes through, from its first to its last moment. */
  get tracks(): { readonly tracks: readonly Track[]; readonly from: number; readonly to: number } {
    const tracks = this.#staged.map((one) => ({ rows: one.story.rows, origin: this.#originOf(one) }));
    const ends = this.#staged.map((one) => one.story.told.end - this.#originOf(one));
    const starts = this.#staged.map((one) => one.story.told.start - this.#originOf(one));
    return { tracks, from: Math.min(...starts), to: Math.max(...ends) };
  }

  /** The runs as they stand on a page, whole. */
  sceneRuns(): readonly SceneRun[] {
    const fit = fitted(this.#told);
    return this.#staged.map((one, index) => {
      const { run, origin, heading, guides, note } = this.#shownOf(one, index);
      const window = { start: fit.start + origin, end: fit.end + origin };
      const findings = 'trace' in one.run ? one.run.trace.findings : [];
      return { run, origin, heading, guides, note, window, findings };
    });
  }

  #refresh(): void {
    this.views.forEach((view, index) => {
      const one = this.#staged[index];
      view.node.hidden = one === undefined;
      if (one !== undefined) {
        view.show(this.#shownOf(one, index));
      }
    });
    this.node.classList.toggle('two', this.#staged.length > 1);
    this.#shine();
  }

  #shine(): void {
    this.views.forEach((view, index) => {
      const file = this.#staged[index]?.run.title.file;
      const lit = file !== undefined && file === this.#lit?.file ? this.#lit.place : null;
      view.shine({ moment: this.#moment, lit });
    });
  }

  #shownOf(one: Staged, index: number): Shown {
    const { story, run } = one;
    const folded = this.#folded[index] ?? new Set<string>();
    return {
      run: runOf(story, folded, this.#vocabulary),
      origin: this.#originOf(one),
      heading: this.#staged.length > 1 ? say('picture.run', index + 1, run.title.name) : null,
      guides: this.#guidesOf(one, index),
      saved: index === 1 ? this.#saved : null,
      folded,
      note: (row) => noteOf(row, story.facts),
    };
  }

  #guidesOf(one: Staged, index: number): readonly Guide[] {
    const isBetter = index === 1 && this.#saved?.isBetter === true;
    return guidesOf(one, this.#originOf(one), isBetter ? 'better-end' : 'end');
  }

  get #saved(): Shown['saved'] {
    const [before, after] = this.#staged;
    return before === undefined || after === undefined ? null : savedOf(before.story, after.story);
  }

  /** Two runs begin at the same place; a single one keeps its own time. */
  #originOf({ story }: Staged): number {
    return this.#staged.length > 1 ? story.told.start : 0;
  }

  get #told(): TimeWindow {
    const guides = this.#staged.flatMap((one, index) => this.#guidesOf(one, index).map(({ time }) => time));
    const starts = this.#staged.map((one) => one.story.told.start - this.#originOf(one));
    return { start: Math.min(...starts), end: Math.max(...guides) };
  }

  #focusCamera(): void {
    const [first] = this.#staged;
    const at = performance.now();
    if (first === undefined) {
      return;
    }
    if (this.#staged.every(({ story }) => story.over)) {
      const durations = this.#staged.map((one) => one.story.trace.duration - this.#originOf(one));
      this.camera.settle(Math.max(...durations), this.#told, at, this.isStill());
    } else {
      this.camera.grow(first.story.trace.duration, at, this.isStill());
    }
  }
}
