import * as l10n from '@vscode/l10n';
import type { Scale } from './bar';

const NEEDED_COLUMNS = 8;

/** The head of the picture: what the numbers are, the numbers, and the ticks below them. */
export interface Axis {
  readonly unit: string;
  readonly numbers: string;
  readonly ticks: string;
}

/** Round steps of time, as many as have room for their numbers. */
export function drawAxis({ columns, duration }: Scale): Axis {
  const inSeconds = duration >= 1000;
  const unit = inSeconds ? 1000 : 1;
  const step = stepFor((duration / columns) * NEEDED_COLUMNS);
  const numbers: string[] = Array.from({ length: columns }, () => ' ');
  const ticks = [...numbers];
  for (let count = 0; count * step <= duration * 1.0001; count++) {
    const column = Math.min(columns - 1, Math.round(((count * step) / duration) * columns));
    const number = String(Number(((count * step) / unit).toPrecision(6)));
    const from = Math.min(column, columns - number.length);
    for (let index = 0; index < number.length; index++) {
      numbers[from + index] = number.charAt(index);
    }
    ticks[column] = '│';
  }
  return {
    unit: inSeconds ? l10n.t('Seconds') : l10n.t('Milliseconds'),
    numbers: numbers.join(''),
    ticks: ticks.join(''),
  };
}

/** The smallest of 1, 2, 5, 10, 20, … that is not below `least`. */
function stepFor(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least * 0.9999) ?? 10;
  return factor * power;
}
