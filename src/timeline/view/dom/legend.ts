import type { MarkKind, Outcome } from '../../../core/trace/trace';
import { drawBar, type Ink } from '../draw/draw';
import { drawMark, drawOutcome } from '../draw/glyphs';
import type { Row } from '../model/row';
import { words } from '../words';
import { element } from './element';

const states = ['running', 'waiting', 'ready', 'blocked', 'idle'] as const;
const outcomes = ['done', 'failed', 'cancelled', 'pending'] as const satisfies readonly Outcome[];
const marks = ['output', 'error-output', 'mark', 'cancel'] as const satisfies readonly MarkKind[];

interface Entry {
  readonly node: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
  readonly draw: (context: CanvasRenderingContext2D, ink: Ink) => void;
}

const height = 16;
const barWidth = 28;
const signWidth = 16;

/** What the bars and signs mean, drawn by the same hand as the picture. */
export class Legend {
  readonly node: HTMLElement;
  readonly #states = states.map((state) =>
    entry(words.legend[state], barWidth, (context, { brushes }) => {
      drawBar(context, brushes[state], 0, 1, barWidth, height - 2);
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

  constructor() {
    const list = element('ul', {}, ...this.#entries.map(({ node }) => node));
    this.node = element(
      'footer',
      { class: 'legend', attributes: { 'aria-label': words.legend.title } },
      list,
    );
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
    return [...this.#states, ...this.#outcomes.values(), ...this.#marks.values()];
  }
}

function entry(text: string, width: number, draw: Entry['draw']): Entry {
  const canvas = element('canvas', { attributes: { 'aria-hidden': 'true' } });
  return { node: element('li', {}, canvas, element('span', { text })), canvas, width, draw };
}
