import type { MarkKind, Outcome } from '../../../core/trace/trace';
import { drawBar, type Ink } from '../draw/draw';
import { drawMark, drawOutcome, drawSign } from '../draw/glyphs';
import type { SignKind } from '../layout/signs';
import type { Row } from '../model/row';
import { say } from '../say';
import { legendWords, words, type Vocabulary } from '../words';
import { button, element, setText } from './element';

const states = ['running', 'waiting', 'ready', 'blocked', 'idle'] as const;
const signs = ['created', 'awaits', 'resumed'] as const satisfies readonly SignKind[];
const outcomes = ['done', 'failed', 'cancelled', 'pending'] as const satisfies readonly Outcome[];
const marks = ['output', 'error-output', 'mark', 'cancel'] as const satisfies readonly MarkKind[];

interface Entry {
  readonly node: HTMLElement;
  readonly text: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
  readonly draw: (context: CanvasRenderingContext2D, ink: Ink) => void;
}

export interface LegendActions {
  speak(vocabulary: Vocabulary): void;
  showTable(shown: boolean): void;
  help(): void;
}

const height = 16;
const barWidth = 28;
const signWidth = 16;

/** What the bars and signs mean, drawn by the same hand as the picture. */
export class Legend {
  readonly node: HTMLElement;
  readonly #states = states.map((state) =>
    entry(legendWords.field[state], barWidth, (context, { brushes }) => {
      drawBar(context, brushes[state], 0, 1, barWidth, height - 2);
    }),
  );
  readonly #signs = signs.map((kind) =>
    entry(words.signs[kind], signWidth, (context, { palette }) => {
      drawSign(context, palette, kind, signWidth / 2, height / 2);
    }),
  );
  readonly #outcomes = new Map(
    outcomes.map((outcome) => [
      outcome,
      entry(words.outcomes[outcome], signWidth, (context, { palette }) => {
        drawOutcome(context, palette, outcome, signWidth / 2, height / 2);
      }),
    ]),
  );
  readonly #marks = new Map(
    marks.map((kind) => [
      kind,
      entry(words.markKinds[kind], signWidth, (context, { palette }) => {
        drawMark(context, palette, kind, signWidth / 2, height / 2);
      }),
    ]),
  );
  readonly #restaurant: HTMLInputElement;

  constructor(actions: LegendActions) {
    const list = element('ul', {}, ...this.#entries.map(({ node }) => node));
    this.#restaurant = element('input', { attributes: { type: 'checkbox' } });
    this.#restaurant.addEventListener('change', () => {
      actions.speak(this.#restaurant.checked ? 'restaurant' : 'field');
    });
    const restaurant = element(
      'label',
      {},
      this.#restaurant,
      element('span', { text: say('legend.restaurant') }),
    );
    const table = button(
      say('legend.table'),
      () => {
        const isShown = table.getAttribute('aria-pressed') !== 'true';
        table.setAttribute('aria-pressed', String(isShown));
        actions.showTable(isShown);
      },
      { class: 'link', attributes: { 'aria-pressed': 'false' } },
    );
    const help = () => {
      actions.help();
    };
    const choices = element(
      'div',
      { class: 'choices' },
      restaurant,
      table,
      button(say('legend.keys'), help, { class: 'link' }),
    );
    this.node = element(
      'footer',
      { class: 'legend', attributes: { 'aria-label': say('legend.title') } },
      list,
      choices,
    );
  }

  /** Changes the words of the states. */
  speak(vocabulary: Vocabulary): void {
    this.#restaurant.checked = vocabulary === 'restaurant';
    states.forEach((state, index) => {
      const shown = this.#states[index];
      if (shown !== undefined) {
        setText(shown.text, legendWords[vocabulary][state]);
      }
    });
  }

  /** Explains all states, and of the other signs those that occur. */
  show(rows: readonly Row[], over: boolean): void {
    for (const [outcome, { node }] of this.#outcomes) {
      node.hidden = !rows.some((row) => row.outcome === outcome && (over || outcome !== 'pending'));
    }
    for (const [kind, { node }] of this.#marks) {
      node.hidden = !rows.some((row) => row.marks.some((mark) => mark.kind === kind));
    }
  }

  /** Draws the samples in the theme's colours. */
  draw(ink: Ink): void {
    const ratio = window.devicePixelRatio;
    for (const { canvas, width, draw } of this.#entries) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      const context = canvas.getContext('2d');
      if (context !== null) {
        context.scale(ratio, ratio);
        draw(context, ink);
      }
    }
  }

  get #entries(): readonly Entry[] {
    return [...this.#states, ...this.#signs, ...this.#outcomes.values(), ...this.#marks.values()];
  }
}

function entry(words: string, width: number, draw: Entry['draw']): Entry {
  const canvas = element('canvas', { attributes: { 'aria-hidden': 'true' } });
  const text = element('span', { text: words });
  return { node: element('li', {}, canvas, text), text, canvas, width, draw };
}
