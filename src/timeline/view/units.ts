import { words } from './words';

/** What stands between whole and part in the panel's language. A formatter a number would cost the first picture 20 ms. */
const point = /^en\b/.test(words.locale) ? '.' : pointOf(words.locale);

function pointOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/** A number with so many digits after the point. */
function fixed(value: number, digits: number): string {
  return value.toFixed(digits).replace('.', point);
}

/** A number with at most so many digits after the point. */
function upTo(value: number, digits: number): string {
  return String(Number(value.toFixed(digits))).replace('.', point);
}

/** A number to three digits. */
function significant(value: number): string {
  const whole = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return fixed(value, whole);
}

/** A length of time in words, to three digits: `340 µs`, `6.01 s`, `2 min 14 s`. */
export function formatDuration(milliseconds: number): string {
  const { units } = words;
  if (milliseconds === 0) {
    return units.milliseconds('0');
  }
  if (milliseconds < 0.9995) {
    return units.microseconds(upTo(milliseconds * 1000, milliseconds < 0.01 ? 1 : 0));
  }
  if (milliseconds < 999.5) {
    return units.milliseconds(significant(milliseconds));
  }
  const seconds = milliseconds / 1000;
  if (seconds < 119.5) {
    return units.seconds(significant(seconds));
  }
  const whole = Math.round(seconds);
  return units.minutes(String(Math.floor(whole / 60)), String(whole % 60));
}

/** A moment of the run, to a thousandth of a millisecond where that matters. */
export function formatPoint(milliseconds: number): string {
  return milliseconds < 1000
    ? formatDuration(milliseconds)
    : words.units.seconds(fixed(milliseconds / 1000, 3));
}

/** A clock that grows while somebody looks: a tenth of a second is as fine as an eye follows. */
export function formatClock(milliseconds: number): string {
  return words.units.seconds(fixed(milliseconds / 1000, 1));
}

/** A moment on the axis, to the digits that tell it from its neighbour `step` milliseconds away. */
export function formatMoment(milliseconds: number, step: number, largest: number): string {
  const [size, unit] =
    largest >= 1000
      ? [1000, words.units.seconds]
      : largest >= 1
        ? [1, words.units.milliseconds]
        : [0.001, words.units.microseconds];
  const digits = Math.min(9, Math.max(0, Math.ceil(-Math.log10(step / size) - 1e-9)));
  return unit(fixed(milliseconds / size, digits));
}

/** A share of a whole, from 0 to 1: `0.2 %`, `99.8 %`; never rounded to all or nothing when it is neither. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) {
    return words.units.percent(`< ${fixed(0.1, 1)}`);
  }
  const percent = share < 1 ? Math.min(share * 100, 99.9) : 100;
  return words.units.percent(upTo(percent, percent < 10 || percent > 90 ? 1 : 0));
}
