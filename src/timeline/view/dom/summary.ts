import type { Facts } from '../model/facts';
import { formatDuration, formatShare } from '../units';
import { words } from '../words';
import { element, setText } from './element';

/** The run in words: a problem if there was one, the verdict, and the sums. */
export class Summary {
  readonly node: HTMLElement;
  readonly #problem = element('p', { class: 'problem' });
  readonly #verdict = element('p', { class: 'verdict' });
  readonly #facts = element('ul', { class: 'facts' });

  constructor() {
    this.node = element('div', { class: 'summary' }, this.#problem, this.#verdict, this.#facts);
  }

  show(verdict: string, problem: string | null): void {
    this.#problem.hidden = problem === null;
    setText(this.#problem, problem ?? '');
    setText(this.#verdict, verdict);
  }

  showFacts({ wall, busy, idle, blocked, lanes, hasLoop }: Facts): void {
    const { facts } = words;
    const share = formatShare(wall > 0 ? busy / wall : 0);
    const ofLoop = [facts.busy(formatDuration(busy), share), facts.idle(formatDuration(idle))];
    const all = [
      facts.wall(formatDuration(wall)),
      ...(hasLoop ? ofLoop : [words.picture.noLoop]),
      facts.blocked(formatDuration(blocked)),
      facts.lanes(lanes),
    ];
    while (this.#facts.children.length < all.length) {
      this.#facts.append(element('li'));
    }
    [...this.#facts.children].forEach((item, index) => {
      if (item instanceof HTMLElement) {
        item.hidden = index >= all.length;
        setText(item, all[index] ?? '');
      }
    });
  }
}
