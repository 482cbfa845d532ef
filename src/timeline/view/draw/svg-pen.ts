import type { Pen, ScenePen } from './pen';

/** A pen that writes SVG. What it draws needs no script and no style sheet, and text stays text. */
export class SvgPen implements ScenePen {
  fillStyle: Pen['fillStyle'] = '#000';
  strokeStyle: Pen['strokeStyle'] = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  font = '11px sans-serif';
  textAlign: Pen['textAlign'] = 'start';
  textBaseline: Pen['textBaseline'] = 'alphabetic';
  readonly #parts: string[] = [];
  #path: string[] = [];
  #dash: readonly number[] = [];
  #clips = 0;

  /** The elements that were drawn. */
  get elements(): string {
    return this.#parts.join('\n');
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${short(x)} ${short(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`L${short(x)} ${short(y)}`);
  }

  /** Whole circles only: the drawing knows no others. */
  arc(x: number, y: number, radius: number): void {
    const across = `a${short(radius)} ${short(radius)} 0 1 0`;
    this.#path.push(
      `M${short(x - radius)} ${short(y)}${across} ${short(2 * radius)} 0${across} ${short(-2 * radius)} 0`,
    );
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.max(0, Math.min(radius, width / 2, height / 2));
    const corner = (dx: number, dy: number) =>
      `a${short(r)} ${short(r)} 0 0 1 ${short(dx * r)} ${short(dy * r)}`;
    this.#path.push(
      [
        `M${short(x + r)} ${short(y)}h${short(width - 2 * r)}${corner(1, 1)}`,
        `v${short(height - 2 * r)}${corner(-1, 1)}h${short(2 * r - width)}${corner(-1, -1)}`,
        `v${short(2 * r - height)}${corner(1, -1)}Z`,
      ].join(''),
    );
  }

  fill(): void {
    this.#shape(`fill="${paint(this.fillStyle)}"`);
  }

  stroke(): void {
    const dash = this.#dash.length === 0 ? '' : ` stroke-dasharray="${this.#dash.join(' ')}"`;
    const width = `stroke-width="${short(this.lineWidth)}"`;
    this.#shape(`fill="none" stroke="${paint(this.strokeStyle)}" ${width}${dash}`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const size = `width="${short(Math.max(width, 0))}" height="${short(Math.max(height, 0))}"`;
    this.#parts.push(
      `<rect x="${short(x)}" y="${short(y)}" ${size} fill="${paint(this.fillStyle)}"${this.#opacity}/>`,
    );
  }

  fillText(text: string, x: number, y: number): void {
    const [, weight, size, family] = /^(bold )?([\d.]+)px (.+)$/.exec(this.font) ?? [];
    const anchor = { start: 'start', left: 'start', center: 'middle', end: 'end', right: 'end' }[
      this.textAlign
    ];
    const down = this.textBaseline === 'middle' ? Number(size ?? 11) * 0.35 : 0;
    const look = `font-family="${escaped(family ?? '')}" font-size="${size ?? 11}" text-anchor="${anchor}"`;
    const bold = weight === undefined ? '' : ' font-weight="bold"';
    this.#parts.push(
      `<text x="${short(x)}" y="${short(y + down)}" ${look}${bold} fill="${paint(this.fillStyle)}">${escaped(text)}</text>`,
    );
  }

  setLineDash(segments: Iterable<number>): void {
    this.#dash = [...segments];
  }

  inside(x: number, y: number, width: number, height: number, draw: () => void): void {
    const clip = `clip-${this.#clips++}`;
    const box = `width="${short(width)}" height="${short(height)}"`;
    this.#parts.push(
      `<clipPath id="${clip}"><rect x="0" y="0" ${box}/></clipPath>`,
      `<g transform="translate(${short(x)} ${short(y)})" clip-path="url(#${clip})">`,
    );
    draw();
    this.#parts.push('</g>');
  }

  #shape(look: string): void {
    this.#parts.push(`<path d="${this.#path.join('')}" ${look}${this.#opacity}/>`);
  }

  get #opacity(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${short(this.globalAlpha)}"`;
  }
}

/** Patterns are named by their address; a canvas's own cannot occur here. */
function paint(style: Pen['fillStyle']): string {
  return typeof style === 'string' ? style : 'none';
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as SVG has it; characters that XML does not know are left out. */
export function escaped(text: string): string {
  return Array.from(text)
    .filter((character) => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|[\u{10000}-\u{10FFFF}]/u.test(character))
    .map((character) => entities[character] ?? character)
    .join('');
}
