import type { GuideKind } from '../draw/draw';
import { element, setAttribute, setText } from './element';

/** What stands below a line through the picture. Pixels from the plot's left edge. */
export interface GuideLabel {
  readonly x: number;
  readonly kind: GuideKind;
  readonly text: string;
}

/** The stretch by which one run is shorter than the other. */
export interface Saved {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isBetter: boolean;
}

const lineHeight = 20;
/** A letter's usual width, only to see whether two labels would meet. */
const letter = 6.8;
const padding = 12;

/** The strip below the picture: the labels of the lines through it, and the time that was saved. */
export class Foot {
  readonly node = element('div', { class: 'foot', attributes: { 'aria-hidden': 'true' } });
  readonly #saved = element('div', { class: 'saved' }, element('span'));
  readonly #pool: HTMLElement[] = [];

  constructor() {
    this.node.append(this.#saved);
  }

  show(labels: readonly GuideLabel[], saved: Saved | null, plot: number): void {
    const reached: number[] = [];
    const inView = labels.filter(({ x }) => x >= 0 && x <= plot).toSorted((a, b) => a.x - b.x);
    inView.forEach(({ x, kind, text }, index) => {
      const width = text.length * letter + padding;
      const isLeft = x + width > plot;
      const from = isLeft ? x - width : x;
      const free = reached.findIndex((end) => end <= from);
      const line = free === -1 ? reached.length : free;
      reached[line] = from + width;
      const label = this.#take(index);
      setText(label, text);
      setAttribute(label, 'data-kind', kind);
      label.style.transform = `translate(${x}px, ${line * lineHeight}px) translateX(${isLeft ? '-100%' : '0'})`;
    });
    this.#pool.forEach((label, index) => {
      label.hidden = index >= inView.length;
    });
    const lines = Math.max(reached.length, 1);
    this.#saved.hidden = saved === null;
    if (saved !== null) {
      const [from, to] = [Math.max(saved.from, 0), Math.min(saved.to, plot)];
      this.#saved.hidden = to <= from;
      this.#saved.style.transform = `translate(${from}px, ${lines * lineHeight}px)`;
      this.#saved.style.width = `${Math.max(to - from, 0)}px`;
      setAttribute(this.#saved, 'data-better', String(saved.isBetter));
      const text = this.#saved.firstElementChild;
      if (text instanceof HTMLElement) {
        setText(text, saved.text);
      }
    }
    this.node.style.height = `${(lines + (saved === null ? 0 : 1)) * lineHeight + 2}px`;
  }

  #take(index: number): HTMLElement {
    let label = this.#pool[index];
    if (label === undefined) {
      label = element('span', { class: 'end-label' });
      this.#pool.push(label);
      this.node.append(label);
    }
    return label;
  }
}
