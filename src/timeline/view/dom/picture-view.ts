import type { Camera } from '../camera';
import type { Ink } from '../draw/draw';
import type { Run } from '../layout/picture';
import { ticksOf } from '../layout/ticks';
import { scaleOf, type Scale, type TimeWindow } from '../layout/window';
import type { Row } from '../model/row';
import { say } from '../say';
import { Axis } from './axis';
import { element, setAttribute, setText } from './element';
import { Foot } from './foot';
import { PictureRows } from './picture-rows';
import type { Cursor } from './row-names';
import type { Light, Shown } from './shown';
import { sizesIn, type Sizes } from './sizes';
import { zoomButtons } from './zoom-buttons';

const tickSpacing = 86;
const nothing: Run = {
  ...{ rows: [], tops: new Float64Array(1), indexOf: new Map(), spots: new Map(), duration: 0, over: true },
  ...{ told: { start: 0, end: 0 }, vocabulary: 'field' },
};

/** Shows a run's rows on their time axis. */
export class PictureView {
  readonly node: HTMLElement;
  readonly grid: PictureRows;
  readonly #heading = element('h2', { class: 'run-name', attributes: { dir: 'auto' } });
  readonly #axis = new Axis();
  readonly #foot = new Foot();
  #shown: Shown = {
    ...{ run: nothing, origin: 0, heading: null, guides: [], saved: null, folded: new Set() },
    note: () => '',
  };
  #light: Light = { moment: null, lit: null };
  #cursor: Cursor = { row: 0, piece: null };
  #highlight: number | null = null;
  #box: readonly [number, number] | null = null;
  #wantsFocus = false;

  constructor(
    readonly camera: Camera,
    readonly schedule: () => void,
  ) {
    this.grid = new PictureRows((row) => this.#shown.note(row));
    this.node = element(
      'section',
      { class: 'picture', attributes: { 'aria-label': say('picture.region') } },
      this.#heading,
      element('div', { class: 'axis-row' }, zoomButtons(this), this.#axis.node),
      this.grid.node,
      this.#foot.node,
    );
    new ResizeObserver(schedule).observe(this.node);
    this.grid.scroller.addEventListener('scroll', schedule);
  }

  get rows(): readonly Row[] {
    return this.#shown.run.rows;
  }

  get folded(): ReadonlySet<string> {
    return this.#shown.folded;
  }

  get cursor(): Cursor {
    return this.#cursor;
  }

  /** The scale that is shown now, in the run's own time. */
  get scale(): Scale {
    return scaleOf(this.#window(performance.now()), this.#sizes.plot);
  }

  /** Shows this from the next frame on; the cursor stays on its row where that is still there. */
  show(shown: Shown): void {
    const key = this.rows[this.#cursor.row]?.key;
    const kept = key === undefined ? undefined : shown.run.indexOf.get(key);
    this.#cursor = kept === undefined ? { row: 0, piece: null } : { ...this.#cursor, row: kept };
    this.#shown = shown;
    this.grid.measure(shown.run);
    this.schedule();
  }

  shine(light: Light): void {
    this.#light = light;
    this.schedule();
  }

  /** Forgets where in the run the viewer was. */
  reset(): void {
    this.#cursor = { row: 0, piece: null };
    this.grid.scrollToTop();
  }

  /** Moves the cursor, brings it into view and gives it the focus. */
  moveTo(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#wantsFocus = true;
    this.grid.scrollTo(cursor.row);
    const interval = this.#pieceInterval(cursor);
    if (interval !== null) {
      this.camera.reveal(interval, performance.now());
    }
    this.schedule();
  }

  /** Takes note that the focus came to a row's name by other ways than `moveTo`, as screen readers go. */
  follow(row: number): void {
    if (this.#cursor.row !== row) {
      this.#cursor = { row, piece: null };
      this.schedule();
    }
  }

  highlight(row: number | null): void {
    if (this.#highlight !== row) {
      this.#highlight = row;
      this.schedule();
    }
  }

  zoom(factor: number, x = this.#sizes.plot / 2): void {
    this.camera.zoom(factor, this.scale.time(x) - this.#shown.origin, performance.now());
    this.schedule();
  }

  /** Zooms to a piece, with a little room at its sides. */
  zoomToPiece(cursor: Cursor): void {
    const interval = this.#pieceInterval(cursor);
    if (interval !== null) {
      const room = (interval.end - interval.start) * 0.08;
      this.camera.zoomTo({ start: interval.start - room, end: interval.end + room }, performance.now());
      this.schedule();
    }
  }

  /** Marks the part between two pixels of the plot to be zoomed to; null takes the mark away. */
  mark(box: readonly [number, number] | null): void {
    this.#box = box;
    this.schedule();
  }

  /** Zooms to the part that is marked. */
  zoomToMark(): void {
    if (this.#box !== null) {
      const [start, end] = this.#box.map((x) => this.scale.time(x) - this.#shown.origin);
      this.#box = null;
      this.camera.zoomTo({ start: start ?? 0, end: end ?? 0 }, performance.now());
      this.schedule();
    }
  }

  fit(): void {
    this.camera.fit();
    this.schedule();
  }

  /** Draws, at the viewer's time `at`. */
  render(at: number, ink: Ink): void {
    const { width, names, plot, isNarrow } = this.#sizes;
    if (width === 0 || this.node.hidden) {
      return;
    }
    const { run, heading, guides, saved, folded } = this.#shown;
    setText(this.#heading, heading ?? '');
    this.#heading.hidden = heading === null;
    setAttribute(
      this.node,
      'aria-label',
      heading === null ? say('picture.region') : say('picture.regionOf', heading),
    );
    this.node.style.setProperty('--at-names-width', `${names}px`);
    this.node.classList.toggle('narrow', isNarrow);

    const shared = scaleOf(this.camera.window(at), plot);
    const ticks = ticksOf(shared, tickSpacing);
    const { moment, lit } = this.#light;
    const overlay = {
      ...{ ticks, lit, highlight: this.#highlight, box: this.#box },
      guides: guides.map(({ time, kind }) => ({ kind, x: shared.x(time) })),
      moment: moment === null ? null : shared.x(moment),
    };
    this.grid.render(run, { window: this.#window(at), width: plot }, overlay, ink, this.#cursor, folded);
    this.#axis.show(ticks, plot, shared.window.end);
    const labels = guides.map(({ time, kind, text }) => ({ kind, text, x: shared.x(time) }));
    const stretch = saved && { ...saved, from: shared.x(saved.start), to: shared.x(saved.end) };
    this.#foot.show(labels, stretch, plot);
    if (this.#wantsFocus) {
      this.#wantsFocus = false;
      this.grid.focus(this.#cursor);
    }
  }

  /** In the time that all shown runs share. */
  #pieceInterval({ row, piece }: Cursor): TimeWindow | null {
    const found = piece === null ? undefined : this.rows[row]?.pieces[piece];
    const { origin } = this.#shown;
    return found === undefined ? null : { start: found.start - origin, end: found.end - origin };
  }

  #window(at: number): TimeWindow {
    const { start, end } = this.camera.window(at);
    return { start: start + this.#shown.origin, end: end + this.#shown.origin };
  }

  get #sizes(): Sizes {
    return sizesIn(this.grid.scroller.clientWidth);
  }
}
