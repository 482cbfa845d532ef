import { Camera } from '../camera';
import type { Ink } from '../draw/draw';
import { rowHeight, type Run } from '../layout/picture';
import { ticksOf } from '../layout/ticks';
import { scaleOf, type Scale } from '../layout/window';
import type { Row } from '../model/row';
import { words } from '../words';
import { Axis } from './axis';
import { Band } from './band';
import { button, element, setAttribute, setText } from './element';
import type { Cursor } from './row-names';

/** What the picture needs from outside. */
export interface PictureHost {
  /** The words at the right of a row's name. */
  note(row: Row): string;
  /** Null before the theme was read. */
  ink(): Ink | null;
  /** True where movement is unwanted. */
  still(): boolean;
  /** Words for the line at the run's end, or at now. */
  endLabel(): string;
}

/** Least distance of the axis's ticks, and least share of the panel that the names take, in pixels. */
const tickSpacing = 86;
const narrowPanel = 560;
const buttonZoom = 1.6;

/** Shows the rows on their time axis: the loop on top, the lanes below, scrolled when there are many. */
export class PictureView {
  readonly node: HTMLElement;
  readonly grid: HTMLElement;
  readonly scroller: HTMLElement;
  readonly camera = new Camera();
  readonly loop: Band;
  readonly lanes: Band;
  readonly #axis = new Axis();
  readonly #sizer = element('div', { class: 'sizer', attributes: { role: 'presentation' } });
  readonly #endLabel = element('span', { class: 'end-label' });
  #run: Run = { rows: [], duration: 0, over: true, told: { start: 0, end: 0 } };
  #cursor: Cursor = { row: 0, piece: null };
  #highlight: number | null = null;
  #isScheduled = false;
  #wantsFocus = false;

  constructor(private readonly host: PictureHost) {
    const note = (row: Row) => host.note(row);
    this.loop = new Band(note);
    this.lanes = new Band(note);
    this.#sizer.append(this.lanes.node);
    this.scroller = element('div', { class: 'scroller', attributes: { role: 'presentation' } }, this.#sizer);
    const attributes = { role: 'grid', 'aria-label': words.picture.grid, 'aria-colcount': '-1' };
    this.grid = element('div', { class: 'grid', attributes }, this.loop.node, this.scroller);
    this.node = element(
      'section',
      { class: 'picture', attributes: { 'aria-label': words.picture.region } },
      element('div', { class: 'axis-row' }, this.#zoomButtons(), this.#axis.node),
      this.grid,
      element('div', { class: 'foot', attributes: { 'aria-hidden': 'true' } }, this.#endLabel),
    );
    const schedule = () => {
      this.schedule();
    };
    new ResizeObserver(schedule).observe(this.node);
    this.scroller.addEventListener('scroll', schedule);
  }

  get rows(): readonly Row[] {
    return this.#run.rows;
  }

  get cursor(): Cursor {
    return this.#cursor;
  }

  /** Shows this state of the run from the next frame on. */
  show(run: Run): void {
    this.#run = run;
    if (this.#cursor.row >= run.rows.length) {
      this.#cursor = { row: 0, piece: null };
    }
    const at = performance.now();
    if (run.over) {
      this.camera.settle(run.duration, run.told, at, this.host.still());
    } else {
      this.camera.grow(run.duration, at, this.host.still());
    }
    this.schedule();
  }

  /** Forgets the run, and where in it the viewer was. */
  clear(): void {
    this.#cursor = { row: 0, piece: null };
    this.camera.reset();
    this.scroller.scrollTop = 0;
  }

  /** Moves the cursor, brings it into view and gives it the focus. */
  moveTo(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#wantsFocus = true;
    const top = (cursor.row - 1) * rowHeight;
    if (cursor.row > 0) {
      const { scrollTop, clientHeight } = this.scroller;
      this.scroller.scrollTop = Math.min(Math.max(scrollTop, top + rowHeight - clientHeight), top);
    }
    const piece = cursor.piece === null ? undefined : this.rows[cursor.row]?.pieces[cursor.piece];
    if (piece !== undefined) {
      this.camera.reveal(piece, performance.now());
    }
    this.schedule();
  }

  highlight(row: number | null): void {
    if (this.#highlight !== row) {
      this.#highlight = row;
      this.schedule();
    }
  }

  /** The scale that is shown now. */
  get scale(): Scale {
    return scaleOf(this.camera.window(performance.now()), this.#sizes().plot);
  }

  zoom(factor: number, x = this.#sizes().plot / 2): void {
    this.camera.zoom(factor, this.scale.time(x), performance.now());
    this.schedule();
  }

  fit(): void {
    this.camera.fit();
    this.schedule();
  }

  schedule(): void {
    if (this.#isScheduled) {
      return;
    }
    this.#isScheduled = true;
    requestAnimationFrame((at) => {
      this.#isScheduled = false;
      this.#render(at);
    });
  }

  #render(at: number): void {
    const { width, names, plot } = this.#sizes();
    const ink = this.host.ink();
    if (width === 0 || ink === null) {
      return;
    }
    this.node.style.setProperty('--at-names-width', `${names}px`);
    this.node.classList.toggle('narrow', width < narrowPanel);
    const lanes = this.#run.rows.length - 1;
    this.#sizer.style.height = `${Math.max(lanes, 0) * rowHeight}px`;
    setAttribute(this.grid, 'aria-rowcount', String(this.#run.rows.length));

    const window = this.camera.window(at);
    const scale = scaleOf(window, plot);
    const ticks = ticksOf(scale, tickSpacing);
    const endX = scale.x(this.#run.told.end);
    const overlay = { ticks, endX, over: this.#run.over, highlight: this.#highlight };
    const { rows, ...rest } = this.#run;
    const seen = { window, width: plot };
    const loopView = { ...seen, height: rowHeight, scrollTop: 0 };
    const { clientHeight: height, scrollTop } = this.scroller;
    this.loop.render({ ...rest, rows: rows.slice(0, 1) }, 0, loopView, overlay, ink, this.#cursor);
    this.lanes.render(
      { ...rest, rows: rows.slice(1) },
      1,
      { ...seen, height, scrollTop },
      overlay,
      ink,
      this.#cursor,
    );
    this.lanes.node.style.height = `${height}px`;
    this.#axis.show(ticks, plot, window.end);
    this.#placeEnd(endX, plot);
    if (this.#wantsFocus) {
      this.#wantsFocus = false;
      (this.#cursor.row === 0 ? this.loop : this.lanes).names.focus(this.#cursor);
    }
    if (this.camera.isGliding(at)) {
      this.schedule();
    }
  }

  #placeEnd(endX: number, plot: number): void {
    const isSeen = endX >= 0 && endX <= plot;
    this.#endLabel.hidden = !isSeen || this.#run.rows.length === 0;
    setText(this.#endLabel, this.host.endLabel());
    const isNearEdge = endX > plot - 70;
    this.#endLabel.style.transform = `translateX(${endX}px) translateX(${isNearEdge ? '-100%' : '0'})`;
  }

  #sizes(): { width: number; names: number; plot: number } {
    const width = this.scroller.clientWidth;
    const names = width < narrowPanel ? Math.round(Math.min(Math.max(width * 0.37, 104), 190)) : 230;
    return { width, names, plot: Math.max(width - names - (width < narrowPanel ? 6 : 14), 40) };
  }

  #zoomButtons(): HTMLElement {
    const { zoomOut, zoomIn, fit, fitLabel, zoomHint } = words.picture;
    const make = (text: string, label: string, act: () => void) =>
      button(text, act, {
        class: 'small',
        attributes: { 'aria-label': label, title: `${label} (${zoomHint})` },
      });
    return element(
      'div',
      { class: 'zoom' },
      make('−', zoomOut, () => {
        this.zoom(1 / buttonZoom);
      }),
      make('+', zoomIn, () => {
        this.zoom(buttonZoom);
      }),
      make(fit, fitLabel, () => {
        this.fit();
      }),
    );
  }
}
