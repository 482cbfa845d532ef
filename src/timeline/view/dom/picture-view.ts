import type { Camera } from '../camera';
import type { Ink } from '../draw/draw';
import type { Run } from '../layout/picture';
import { ticksOf } from '../layout/ticks';
import { scaleOf, type Scale, type TimeWindow } from '../layout/window';
import type { Row } from '../model/row';
import { say } from '../say';
import { Axis } from './axis';
import { Band } from './band';
import { element, setAttribute, setText } from './element';
import { Foot } from './foot';
import type { Cursor } from './row-names';
import type { Light, Shown } from './shown';
import { sizesIn, type Sizes } from './sizes';
import { zoomButtons } from './zoom-buttons';

const tickSpacing = 86;
const nothing: Run = {
  ...{ rows: [], tops: new Float64Array(1), indexOf: new Map(), spots: new Map(), duration: 0, over: true },
  ...{ told: { start: 0, end: 0 }, vocabulary: 'field' },
};

/** Shows a run's rows on their time axis: the loop on top, the lanes below, scrolled when there are many. */
export class PictureView {
  readonly node: HTMLElement;
  readonly grid: HTMLElement;
  readonly scroller: HTMLElement;
  readonly loop: Band;
  readonly lanes: Band;
  readonly #heading = element('h2', { class: 'run-name', attributes: { dir: 'auto' } });
  readonly #axis = new Axis();
  readonly #sizer = element('div', { class: 'sizer', attributes: { role: 'presentation' } });
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
  /** To scroll asks for a layout: it is left to the next frame, which needs one anyway. */
  #wantsTop = false;

  constructor(
    readonly camera: Camera,
    readonly schedule: () => void,
  ) {
    const note = (row: Row) => this.#shown.note(row);
    this.loop = new Band(note);
    this.lanes = new Band(note);
    this.#sizer.append(this.lanes.node);
    this.scroller = element('div', { class: 'scroller', attributes: { role: 'presentation' } }, this.#sizer);
    const attributes = { role: 'treegrid', 'aria-label': say('picture.grid'), 'aria-colcount': '-1' };
    this.grid = element('div', { class: 'grid', attributes }, this.loop.node, this.scroller);
    this.node = element(
      'section',
      { class: 'picture', attributes: { 'aria-label': say('picture.region') } },
      this.#heading,
      element('div', { class: 'axis-row' }, zoomButtons(this), this.#axis.node),
      this.grid,
      this.#foot.node,
    );
    new ResizeObserver(schedule).observe(this.node);
    this.scroller.addEventListener('scroll', schedule);
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
    this.schedule();
  }

  shine(light: Light): void {
    this.#light = light;
    this.schedule();
  }

  /** Forgets where in the run the viewer was. */
  reset(): void {
    this.#cursor = { row: 0, piece: null };
    this.#wantsTop = true;
  }

  /** Moves the cursor, brings it into view and gives it the focus. */
  moveTo(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#wantsFocus = true;
    if (cursor.row > 0) {
      const { scrollTop, clientHeight } = this.scroller;
      const [top, bottom] = [this.#height(1, cursor.row), this.#height(1, cursor.row + 1)];
      this.scroller.scrollTop = Math.min(Math.max(scrollTop, bottom - clientHeight), top);
    }
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
    this.#sizer.style.height = `${this.#height(1, run.rows.length)}px`;
    setAttribute(this.grid, 'aria-rowcount', String(run.rows.length));

    const window = this.#window(at);
    const shared = scaleOf(this.camera.window(at), plot);
    const ticks = ticksOf(shared, tickSpacing);
    const { moment, lit } = this.#light;
    const overlay = {
      ...{ ticks, lit, highlight: this.#highlight, box: this.#box },
      guides: guides.map(({ time, kind }) => ({ kind, x: shared.x(time) })),
      moment: moment === null ? null : shared.x(moment),
    };
    const seen = { window, width: plot };
    const loopView = { ...seen, height: this.#height(0, 1), scrollTop: 0 };
    if (this.#wantsTop) {
      this.#wantsTop = false;
      this.scroller.scrollTop = 0;
    }
    const { clientHeight: height, scrollTop } = this.scroller;
    const laneView = { ...seen, height, scrollTop };
    this.loop.render(run, [0, 1], loopView, overlay, ink, this.#cursor, folded);
    this.lanes.render(run, [1, run.rows.length], laneView, overlay, ink, this.#cursor, folded);
    this.loop.node.style.height = `${loopView.height}px`;
    this.lanes.node.style.height = `${height}px`;
    this.#axis.show(ticks, plot, shared.window.end);
    const labels = guides.map(({ time, kind, text }) => ({ kind, text, x: shared.x(time) }));
    const stretch = saved && { ...saved, from: shared.x(saved.start), to: shared.x(saved.end) };
    this.#foot.show(labels, stretch, plot);
    if (this.#wantsFocus) {
      this.#wantsFocus = false;
      (this.#cursor.row === 0 ? this.loop : this.lanes).names.focus(this.#cursor);
    }
  }

  /** Of the rows from `first` to `end` (exclusive), in CSS pixels. */
  #height(first: number, end: number): number {
    const { tops } = this.#shown.run;
    return Math.max((tops[end] ?? 0) - (tops[first] ?? 0), 0);
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
    return sizesIn(this.scroller.clientWidth);
  }
}
