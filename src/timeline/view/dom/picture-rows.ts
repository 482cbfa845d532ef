import type { Ink, Overlay } from '../draw/draw';
import type { Run, Viewport } from '../layout/picture';
import type { Row } from '../model/row';
import { say } from '../say';
import { Band } from './band';
import { element, setAttribute } from './element';
import type { Cursor } from './row-names';

/** The grid of a run's rows: the loop on top, the lanes below, scrolled when there are many. */
export class PictureRows {
  readonly node: HTMLElement;
  readonly scroller: HTMLElement;
  readonly loop: Band;
  readonly lanes: Band;
  readonly #sizer = element('div', { class: 'sizer', attributes: { role: 'presentation' } });
  #tops: Float64Array = new Float64Array(1);
  /** To scroll asks for a layout: it is left to the next frame, which needs one anyway. */
  #wantsTop = false;

  constructor(noteOf: (row: Row) => string) {
    this.loop = new Band(noteOf);
    this.lanes = new Band(noteOf);
    this.#sizer.append(this.lanes.node);
    this.scroller = element('div', { class: 'scroller', attributes: { role: 'presentation' } }, this.#sizer);
    const attributes = { role: 'treegrid', 'aria-label': say('picture.grid'), 'aria-colcount': '-1' };
    this.node = element('div', { class: 'grid', attributes }, this.loop.node, this.scroller);
  }

  /** Takes the rows' edges. */
  measure({ tops }: Run): void {
    this.#tops = tops;
  }

  scrollToTop(): void {
    this.#wantsTop = true;
  }

  /** Scrolls as little as shows the row. */
  scrollTo(row: number): void {
    if (row > 0) {
      const { scrollTop, clientHeight } = this.scroller;
      const [top, bottom] = [this.#height(1, row), this.#height(1, row + 1)];
      this.scroller.scrollTop = Math.min(Math.max(scrollTop, bottom - clientHeight), top);
    }
  }

  /** Gives the focus to the cursor's row or piece. */
  focus(cursor: Cursor): void {
    (cursor.row === 0 ? this.loop : this.lanes).names.focus(cursor);
  }

  render(
    run: Run,
    seen: Pick<Viewport, 'window' | 'width'>,
    overlay: Overlay,
    ink: Ink,
    cursor: Cursor,
    folded: ReadonlySet<string>,
  ): void {
    this.#sizer.style.height = `${this.#height(1, run.rows.length)}px`;
    setAttribute(this.node, 'aria-rowcount', String(run.rows.length));
    if (this.#wantsTop) {
      this.#wantsTop = false;
      this.scroller.scrollTop = 0;
    }
    const { clientHeight: height, scrollTop } = this.scroller;
    const loopView = { ...seen, height: this.#height(0, 1), scrollTop: 0 };
    const laneView = { ...seen, height, scrollTop };
    this.loop.render(run, [0, 1], loopView, overlay, ink, cursor, folded);
    this.lanes.render(run, [1, run.rows.length], laneView, overlay, ink, cursor, folded);
    this.loop.node.style.height = `${loopView.height}px`;
    this.lanes.node.style.height = `${height}px`;
  }

  /** Of the rows from `first` to `end` (exclusive), in CSS pixels. */
  #height(first: number, end: number): number {
    return Math.max((this.#tops[end] ?? 0) - (this.#tops[first] ?? 0), 0);
  }
}
