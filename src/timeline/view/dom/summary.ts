import type { Prediction } from '../../protocol';
import type { Facts } from '../model/facts';
import { say } from '../say';
import { formatDuration, formatShare } from '../units';
import { words } from '../words';
import { element, setText } from './element';
import { speak } from './speech';

/** What the panel says above its picture. */
export interface Told {
  readonly verdict: string;
  readonly problem: string | null;
  readonly prediction: Prediction | null;
  /** What could be better, null where nothing is known. */
  readonly better: string | null;
  /** How two runs differ, the first the most important; empty for a single run. */
  readonly differences: readonly string[];
}

/** The run in words: a problem if there was one, the prediction, the verdict, and the sums. */
export class Summary {
  readonly node: HTMLElement;
  readonly #problem = element('p', { class: 'problem' });
  readonly #prediction = element('p', { class: 'prediction' });
  readonly #verdict = element('p', { class: 'verdict' });
  readonly #differences = element('ul', { class: 'differences' });
  readonly #facts = element('ul', { class: 'facts' });

  constructor() {
    const all = [this.#problem, this.#prediction, this.#verdict, this.#differences, this.#facts];
    this.node = element('div', { class: 'summary' }, ...all);
  }

  show({ verdict, problem, prediction, better, differences }: Told): void {
    this.#problem.hidden = problem === null;
    setText(this.#problem, problem ?? '');
    this.#verdict.hidden = differences.length > 0;
    speak(this.#verdict, verdict);
    if (better !== null) {
      this.#verdict.append(' ', element('strong', { class: 'better', text: better }));
    }
    this.#prediction.hidden = prediction === null;
    this.#prediction.replaceChildren(...(prediction === null ? [] : kindly(prediction)));
    this.#differences.hidden = differences.length === 0;
    this.#differences.replaceChildren(...differences.map((sentence) => speak(element('li'), sentence)));
  }

  showFacts({ wall, busy, idle, blocked, lanes, hasLoop }: Facts): void {
    const share = formatShare(wall > 0 ? busy / wall : 0);
    const ofLoop = [say('facts.busy', formatDuration(busy), share), say('facts.idle', formatDuration(idle))];
    const all = [
      say('facts.wall', formatDuration(wall)),
      ...(hasLoop ? ofLoop : [say('picture.noLoop')]),
      say('facts.blocked', formatDuration(blocked)),
      words.lanes(lanes),
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

/** How a prediction went, in one sentence. A choice that is itself a quotation gets no second pair of quotes. */
export function predictionSentence({ said, right }: Prediction): string {
  const unquoted = (choice: string) => choice.replace(/^"(.*)"$/, '$1');
  return said === right
    ? say('prediction.right', unquoted(said))
    : say('prediction.wrong', unquoted(said), unquoted(right));
}

function kindly(prediction: Prediction): HTMLElement[] {
  const { said, right, why } = prediction;
  return [
    speak(element('strong', { class: said === right ? 'hit' : 'miss' }), predictionSentence(prediction)),
    speak(element('span', { class: 'dim' }), ` ${why}`),
  ];
}
