import { rowHeight, type Picture } from '../layout/picture';
import { element, setText } from './element';

/** As the style sheet says. */
const labelHeight = 14;

/** The texts inside the bars: real text, laid over the canvas. */
export class LabelLayer {
  readonly node = element('div', { class: 'labels', attributes: { 'aria-hidden': 'true' } });
  readonly #pool: HTMLElement[] = [];
  #used = 0;

  show(picture: Picture): void {
    let next = 0;
    for (const { y, labels } of picture.rows) {
      for (const { text, x, width } of labels) {
        const label = this.#take(next++);
        setText(label, text);
        label.style.transform = `translate(${x - 3}px, ${y + (rowHeight - labelHeight) / 2}px)`;
        label.style.maxWidth = `${width + 6}px`;
      }
    }
    for (let index = next; index < this.#used; index++) {
      this.#take(index).hidden = true;
    }
    this.#used = next;
  }

  #take(index: number): HTMLElement {
    let label = this.#pool[index];
    if (label === undefined) {
      label = element('span', { class: 'label', attributes: { dir: 'auto' } });
      this.#pool.push(label);
      this.node.append(label);
    }
    label.hidden = false;
    return label;
  }
}
