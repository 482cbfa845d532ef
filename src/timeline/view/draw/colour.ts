/** Red, green and blue from 0 to 255, and opacity from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Reads `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` and `rgba(…)`; null for anything else. */
export function parseColour(text: string): Colour | null {
  const digits = /^#([0-9a-f]{3,8})$/i.exec(text.trim())?.[1];
  if (digits !== undefined) {
    const pairs =
      digits.length <= 4 ? digits.split('').map((digit) => digit + digit) : (digits.match(/../g) ?? []);
    return fromParts(pairs.map((pair, index) => parseInt(pair, 16) / (index === 3 ? 255 : 1)));
  }
  const inside = /^rgba?\(([^)]*)\)$/i.exec(text.trim())?.[1];
  return inside === undefined
    ? null
    : fromParts(
        inside
          .split(/[\s,/]+/)
          .filter(Boolean)
          .map(parsePart),
      );
}

function parsePart(part: string, index: number): number {
  return part.endsWith('%') ? (parseFloat(part) / 100) * (index === 3 ? 1 : 255) : parseFloat(part);
}

function fromParts([red, green, blue, alpha = 1, ...rest]: number[]): Colour | null {
  const whole = red !== undefined && green !== undefined && blue !== undefined && rest.length === 0;
  return whole && [red, green, blue, alpha].every(Number.isFinite) ? { red, green, blue, alpha } : null;
}

/** As CSS writes it. */
export function cssOf({ red, green, blue, alpha }: Colour): string {
  return `rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${alpha})`;
}

export function faded(colour: Colour, alpha: number): Colour {
  return { ...colour, alpha };
}

/** `share` of `top` over the rest of `below`; opaque. */
export function mixed(below: Colour, top: Colour, share: number): Colour {
  const part = (a: number, b: number) => a + (b - a) * share;
  return {
    red: part(below.red, top.red),
    green: part(below.green, top.green),
    blue: part(below.blue, top.blue),
    alpha: 1,
  };
}

/** The contrast of two opaque colours after WCAG 2, from 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (value: number) =>
    value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/** The colour nearest to `wanted` on its way to black or white that has at least this contrast to `ground`. */
export function legible(wanted: Colour, ground: Colour, ratio: number): Colour {
  const opaque = mixed(ground, wanted, wanted.alpha);
  const target = contrast(white, ground) > contrast(black, ground) ? white : black;
  for (let step = 0; step < 20; step++) {
    const candidate = mixed(opaque, target, step / 20);
    if (contrast(candidate, ground) >= ratio) {
      return candidate;
    }
  }
  return target;
}
