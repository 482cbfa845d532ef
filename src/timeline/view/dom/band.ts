import { drawPicture, type Ink, type Overlay } from '../draw/draw';
import { layOut, type Picture, type Run, type Viewport } from '../layout/picture';
import type { Row } from '../model/row';
import { element } from './element';
import { LabelLayer } from './labels';
import { RowNames, type Cursor } from './row-names';

/** A stack of rows: names, the canvas with their bars, and the texts in these. */
export class Band {
  readonly names: RowNames;
  readonly node: HTMLElement;
  readonly plot: HTMLElement;
  readonly #canvas = element('canvas', { attributes: { 'aria-hidden': 'true' } });
  readonly #labels = new LabelLayer();
  #picture: Picture | null = null;

  constructor(noteOf: (row: Row) => string) {
    this.names = new RowNames(noteOf);
    this.plot = element('div', { class: 'plot' }, this.#canvas, this.#labels.node);
    this.node = element(
      'div',
      { class: 'band', attributes: { role: 'rowgroup' } },
      this.plot,
      this.names.node,
    );
  }

  /** What was drawn last, null before anything was. */
  get picture(): Picture | null {
    return this.#picture;
  }

  /** Lays out and draws the run's rows from `first` to `end` (exclusive). */
  render(
    run: Run,
    [first, end]: readonly [number, number],
    viewport: Viewport,
    overlay: Overlay,
    ink: Ink,
    cursor: Cursor,
    folded: ReadonlySet<string>,
  ): void {
    const picture = layOut(run, viewport, first, end);
    this.#picture = picture;
    const context = this.#sized(viewport);
    if (context !== null) {
      context.clearRect(0, 0, viewport.width, viewport.height);
      drawPicture(context, viewport, picture, overlay, ink);
    }
    this.#labels.show(picture);
    this.names.show(picture, cursor, folded);
  }

  #sized({ width, height }: Viewport): CanvasRenderingContext2D | null {
    const ratio = window.devicePixelRatio;
    const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== pixelWidth || this.#canvas.height !== pixelHeight) {
      this.#canvas.width = pixelWidth;
      this.#canvas.height = pixelHeight;
      this.#canvas.style.width = `${width}px`;
      this.#canvas.style.height = `${height}px`;
    }
    const context = this.#canvas.getContext('2d');
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
  }
}
