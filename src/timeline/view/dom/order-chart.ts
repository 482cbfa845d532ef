import type { SaidOrder } from '../../protocol';
import type { Came } from '../model/came-order';
import { say } from '../say';
import { formatPoint } from '../units';
import { element } from './element';

/** Width of a column of the drawing that joins the two rows, in its own units. */
const column = 100;
const height = 20;
const svg = 'http://www.w3.org/2000/svg';

/** The order that was said above the order that came: what was said right stands above itself, the rest crosses over. */
export class OrderChart {
  readonly node = element('div', { class: 'order' });

  constructor() {
    this.node.hidden = true;
  }

  /** Shows what was said and, where that is known, what came; null hides the chart. */
  show(order: SaidOrder | null, came: readonly Came[] | null): void {
    this.node.hidden = order === null;
    if (order === null) {
      return;
    }
    const { said } = order;
    this.node.style.setProperty('--at-columns', String(Math.max(said.length, came?.length ?? 0)));
    const saidRow = row(
      say('order.said'),
      said.map((item) => chip(item, null, isSame(item, said, came))),
    );
    this.node.replaceChildren(...saidRow);
    if (came !== null) {
      const chips = came.map(({ item, time }) => chip(item, time, isSame(item, said, came)));
      this.node.append(joined(said, came), ...row(say('order.came'), chips));
    }
  }
}

/** Null while nothing has come, and for what was not spoken of. */
function isSame(item: string, said: readonly string[], came: readonly Came[] | null): boolean | null {
  const place = said.indexOf(item);
  return came === null || place === -1 ? null : came[place]?.item === item;
}

function row(name: string, chips: readonly HTMLElement[]): readonly HTMLElement[] {
  const list = element('ol', { attributes: { 'aria-label': name } }, ...chips);
  return [element('span', { class: 'dim', text: name, attributes: { 'aria-hidden': 'true' } }), list];
}

function chip(item: string, time: number | null, same: boolean | null): HTMLElement {
  const text = element('span', { class: 'name', text: item, attributes: { dir: 'auto', title: item } });
  const attributes = same === null ? {} : { 'data-same': String(same) };
  const when = time === null ? [] : [element('span', { class: 'dim', text: formatPoint(time) })];
  return element('li', { attributes }, text, ...when);
}

/** Lines from each item that was said to where it came. */
function joined(said: readonly string[], came: readonly Came[]): SVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  const columns = Math.max(said.length, came.length);
  drawing.setAttribute('viewBox', `0 0 ${columns * column} ${height}`);
  drawing.setAttribute('preserveAspectRatio', 'none');
  drawing.setAttribute('aria-hidden', 'true');
  said.forEach((item, from) => {
    const to = came.findIndex((one) => one.item === item);
    if (to !== -1) {
      const line = document.createElementNS(svg, 'line');
      const ends = { x1: (from + 0.5) * column, y1: 0, x2: (to + 0.5) * column, y2: height };
      for (const [name, value] of Object.entries(ends)) {
        line.setAttribute(name, String(value));
      }
      line.setAttribute('data-same', String(from === to));
      drawing.append(line);
    }
  });
  return drawing;
}
