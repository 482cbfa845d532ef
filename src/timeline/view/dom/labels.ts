import { rowHeight } from '../layout/heights';
import type { Picture } from '../layout/picture';
import { element, setAttribute, setText } from './element';

/** As the style sheet says. */
const labelHeight = 14;
/** The texts stand on a ground that reaches so far beyond them. */
const padding = 3;

/** The texts inside the bars, and what was written below them: real text, laid over the canvas. */
export class LabelLayer {
  readonly node = element('div', { class: 'labels', attributes: { 'aria-hidden': 'true' } });
  readonly #pool: HTMLElement[] = [];
  #used = 0;

  show(picture: Picture): void {
    let next = 0;
    for (const { y, labels, captions } of picture.rows) {
      const top = y + (rowHeight - labelHeight) / 2;
      for (const { text, x, width } of labels) {
        this.#place(next++, 'label', 'span', text, `translate(${x - padding}px, ${top}px)`, width);
      }
      for (const { text, x, width, side, kind } of captions) {
        const at = `translate(${side === 'left' ? x + padding : x - padding}px, ${y + rowHeight - 3}px)`;
        const place = side === 'left' ? `${at} translateX(-100%)` : at;
        this.#place(next++, 'caption', kind, text, place, width);
      }
    }
    for (let index = next; index < this.#used; index++) {
      this.#take(index).hidden = true;
    }
    this.#used = next;
  }

  #place(index: number, name: string, kind: string, text: string, place: string, width: number): void {
    const node = this.#take(index);
    setAttribute(node, 'class', name);
    setAttribute(node, 'data-kind', kind);
    setText(node, text);
    node.style.transform = place;
    node.style.maxWidth = `${width + 2 * padding}px`;
  }

  #take(index: number): HTMLElement {
    let node = this.#pool[index];
    if (node === undefined) {
      node = element('span', { attributes: { dir: 'auto' } });
      this.#pool.push(node);
      this.node.append(node);
    }
    node.hidden = false;
    return node;
  }
}
