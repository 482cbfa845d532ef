import type { TraceFinding } from '../../../core/trace/trace';
import { layOut, type Picture, type Run } from '../layout/picture';
import { ticksOf } from '../layout/ticks';
import { scaleOf, type TimeWindow } from '../layout/window';
import type { Row } from '../model/row';
import { formatMoment } from '../units';
import { legendWords, words } from '../words';
import { cssOf } from './colour';
import { drawBar, drawPicture, type GuideKind, type Ink } from './draw';
import { sans } from './glyphs';
import type { ScenePen } from './pen';

/** A run on a page. */
export interface SceneRun {
  readonly heading: string | null;
  readonly run: Run;
  readonly window: TimeWindow;
  /** Milliseconds since the program's start that the axis begins to count at. */
  readonly origin: number;
  readonly guides: readonly { readonly time: number; readonly kind: GuideKind; readonly text: string }[];
  readonly note: (row: Row) => string;
  readonly findings: readonly TraceFinding[];
}

/** A page that tells of one run, or of two. */
export interface Scene {
  readonly title: string;
  readonly what: string;
  readonly sentences: readonly string[];
  readonly runs: readonly SceneRun[];
}

export const sceneWidth = 1120;
const margin = 16;
const names = 230;
const plot = sceneWidth - names - 2 * margin;
const mostRows = 80;
/** A letter's usual share of its font's size. */
const letter = 0.54;
const legendStates = ['running', 'waiting', 'ready', 'blocked', 'idle'] as const;

/** Draws the page and returns its height in pixels. A first pass with any pen tells the height. */
export function drawScene(pen: ScenePen, scene: Scene, ink: Ink, height: number): number {
  pen.fillStyle = cssOf(ink.palette.ground);
  pen.fillRect(0, 0, sceneWidth, height);
  const page = new Page(pen, ink);
  page.text(scene.title, 15, 'text', true);
  page.text(scene.what, 12, 'dim');
  for (const sentence of scene.sentences) {
    page.text(sentence, 14, 'text');
  }
  for (const run of scene.runs) {
    page.run(run);
  }
  page.legend();
  return Math.ceil(page.y + margin);
}

class Page {
  y = margin;

  constructor(
    private readonly pen: ScenePen,
    private readonly ink: Ink,
  ) {}

  /** Text over the whole width, broken where it is too long. */
  text(text: string, size: number, colour: 'text' | 'dim', isBold = false): void {
    for (const line of broken(text, (sceneWidth - 2 * margin) / (size * letter))) {
      this.y += size * 1.5;
      this.#write(line, margin, this.y - size * 0.4, size, colour, isBold);
    }
  }

  run({ heading, run, window, origin, guides, note, findings }: SceneRun): void {
    this.y += 10;
    if (heading !== null) {
      this.text(heading, 13, 'text', true);
    }
    const count = Math.min(run.rows.length, mostRows);
    const height = run.tops[count] ?? 0;
    const picture = layOut(run, { window, width: plot, height, scrollTop: 0 }, 0, count);
    const shared = scaleOf({ start: window.start - origin, end: window.end - origin }, plot);
    const ticks = ticksOf(shared, 86);
    const left = margin + names;
    this.y += 16;
    for (const { time, x } of ticks.ticks.filter((tick) => tick.x < plot - 20)) {
      this.#write(formatMoment(time, ticks.step, shared.window.end), left + x + 3, this.y - 4, 11, 'dim');
    }
    const lines = guides.map(({ time, kind }) => ({ kind, x: shared.x(time) }));
    const overlay = { ticks, guides: lines, highlight: null, lit: null, moment: null, box: null };
    const top = this.y;
    this.pen.inside(left, top, plot, height, () => {
      drawPicture(this.pen, { width: plot, height }, picture, overlay, this.ink);
      this.#labels(picture);
    });
    for (const { row, y } of picture.rows) {
      const x = margin + Math.min(row.depth, 6) * 14;
      const written = note(row);
      const room = (names - (x - margin) - 16 - written.length * 6) / (13 * letter);
      this.#write(shortened(row.name, room), x, top + y + 17, 13, 'text');
      this.#write(written, left - 12, top + y + 17, 11, 'dim', false, 'end');
    }
    this.y += height + 4;
    for (const { time, text } of guides) {
      const x = shared.x(time);
      const isLeft = x > plot - text.length * 7;
      this.#write(
        text,
        left + x + (isLeft ? -4 : 4),
        this.y + 10,
        11,
        'text',
        true,
        isLeft ? 'end' : 'start',
      );
    }
    this.y += 18;
    findings.forEach(({ message }, index) => {
      this.text(`${index + 1}. ${message.replaceAll('`', '')}`, 12, 'text');
    });
  }

  legend(): void {
    let x = margin;
    this.y += 14;
    for (const state of legendStates) {
      const text = legendWords.field[state];
      drawBar(this.pen, this.ink.brushes[state], x, this.y, 28, 14);
      this.#write(text, x + 34, this.y + 11, 12, 'dim');
      x += 34 + text.length * 12 * letter + 22;
    }
    this.y += 18;
  }

  #labels({ rows }: Picture): void {
    for (const { y, labels, captions } of rows) {
      for (const { text, x, width } of labels) {
        const shown = shortened(text, width / (11 * letter));
        this.pen.fillStyle = cssOf({ ...this.ink.palette.ground, alpha: 0.7 });
        this.pen.fillRect(x - 3, y + 6, shown.length * 11 * letter + 6, 14);
        this.#write(shown, x, y + 17, 11, 'text');
      }
      for (const { text, x, width, side } of captions) {
        const align = side === 'left' ? 'end' : 'start';
        this.#write(shortened(text, width / (11 * letter)), x, y + 34, 11, 'dim', false, align);
      }
    }
  }

  #write(
    text: string,
    x: number,
    y: number,
    size: number,
    colour: 'text' | 'dim',
    isBold = false,
    align: 'start' | 'end' = 'start',
  ): void {
    this.pen.font = `${isBold ? 'bold ' : ''}${size}px ${sans}`;
    this.pen.textAlign = align;
    this.pen.textBaseline = 'alphabetic';
    this.pen.fillStyle = cssOf(this.ink.palette[colour]);
    this.pen.fillText(text, x, y);
  }
}

function shortened(text: string, room: number): string {
  const letters = Array.from(text);
  const most = Math.max(Math.floor(room), 1);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** The text in lines of at most so many letters, broken between words. */
function broken(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > room) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = `${last} ${word}`;
    }
  }
  return lines;
}

/** The name of a page's language and clock, as the panel's title row has it. */
export function whatOf(language: keyof typeof words.languages, clock: keyof typeof words.clocks): string {
  return `${words.languages[language]} · ${words.clocks[clock]}`;
}
