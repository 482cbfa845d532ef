import { cssOf, legible, mixed, parseColour, type Colour } from './colour';

/** The theme's colours, mended where a theme leaves text or lines too faint on its own background. */
export interface Palette {
  readonly ground: Colour;
  readonly text: Colour;
  readonly dim: Colour;
  readonly link: Colour;
  readonly grid: Colour;
  readonly border: Colour;
  readonly running: Colour;
  readonly waiting: Colour;
  readonly ready: Colour;
  readonly blocked: Colour;
  readonly accent: Colour;
  readonly highContrast: boolean;
}

type Fallbacks = Readonly<Record<'dark' | 'light', string>>;

const variables = {
  ground: ['--vscode-editor-background', { dark: '#1f1f1f', light: '#ffffff' }],
  text: ['--vscode-foreground', { dark: '#cccccc', light: '#3b3b3b' }],
  dim: ['--vscode-descriptionForeground', { dark: '#9d9d9d', light: '#616161' }],
  link: ['--vscode-textLink-foreground', { dark: '#4daafc', light: '#005fb8' }],
  running: ['--vscode-charts-green', { dark: '#89d185', light: '#388a34' }],
  waiting: ['--vscode-charts-blue', { dark: '#3794ff', light: '#0063d3' }],
  ready: ['--vscode-charts-yellow', { dark: '#cca700', light: '#bf8803' }],
  blocked: ['--vscode-charts-red', { dark: '#f14c4c', light: '#e51400' }],
  accent: ['--vscode-charts-purple', { dark: '#b180d7', light: '#652d90' }],
} as const satisfies Record<string, readonly [string, Fallbacks]>;

const textContrast = 4.6;
const lineContrast = 3.2;

/** Reads the theme from the document; to be read again when its body's class changes. */
export function readPalette(body: HTMLElement): Palette {
  const style = getComputedStyle(body);
  const kinds = body.classList;
  const highContrast = kinds.contains('vscode-high-contrast') || kinds.contains('vscode-high-contrast-light');
  const light = kinds.contains('vscode-light') || kinds.contains('vscode-high-contrast-light');
  return paletteOf((variable) => style.getPropertyValue(variable), light ? 'light' : 'dark', highContrast);
}

/** The palette for a theme given by its variables' values; an empty or unreadable value falls back. */
export function paletteOf(
  valueOf: (variable: string) => string,
  kind: 'dark' | 'light',
  highContrast: boolean,
): Palette {
  const read = (name: keyof typeof variables): Colour => {
    const [variable, fallback] = variables[name];
    return (
      parseColour(valueOf(variable)) ?? parseColour(fallback[kind]) ?? { red: 0, green: 0, blue: 0, alpha: 1 }
    );
  };
  const ground = { ...read('ground'), alpha: 1 };
  const text = legible(read('text'), ground, textContrast);
  const line = (name: keyof typeof variables) =>
    legible(read(name), ground, highContrast ? textContrast : lineContrast);
  return {
    ground,
    text,
    dim: legible(read('dim'), ground, textContrast),
    link: legible(read('link'), ground, textContrast),
    grid: mixed(ground, text, highContrast ? 0.3 : 0.09),
    border: mixed(ground, text, highContrast ? 0.75 : 0.16),
    running: line('running'),
    waiting: line('waiting'),
    ready: line('ready'),
    blocked: line('blocked'),
    accent: line('accent'),
    highContrast,
  };
}

/** Hands the mended colours to the style sheet as `--at-…`, and as `--at-…-text` where words are written in them. */
export function publish(palette: Palette, root: HTMLElement): void {
  for (const [name, colour] of Object.entries(palette)) {
    if (typeof colour === 'object') {
      root.style.setProperty(`--at-${name}`, cssOf(colour as Colour));
    }
  }
  for (const name of ['running', 'ready', 'accent'] as const) {
    const written = legible(palette[name], palette.ground, textContrast);
    root.style.setProperty(`--at-${name}-text`, cssOf(written));
  }
}
