import type { Tick, Ticks } from '../layout/ticks';
import { formatMoment } from '../units';
import { element, setText } from './element';

/** The axis's labels above the picture. */
export class Axis {
  readonly node = element('div', { class: 'axis', attributes: { 'aria-hidden': 'true' } });
  readonly #pool: HTMLElement[] = [];

  show({ step, ticks }: Ticks, width: number, largest: number): void {
    const inView = ticks.filter(({ x }) => x <= width - 24);
    inView.forEach((tick, index) => {
      this.#place(index, tick, step, largest);
    });
    this.#pool.forEach((label, index) => {
      label.hidden = index >= inView.length;
    });
  }

  #place(index: number, { time, x }: Tick, step: number, largest: number): void {
    let label = this.#pool[index];
    if (label === undefined) {
      label = element('span', { class: 'tick' });
      this.#pool.push(label);
      this.node.append(label);
    }
    setText(label, formatMoment(time, step, largest));
    label.style.transform = `translateX(${x + 4}px)`;
  }
}
