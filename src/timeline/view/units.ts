import { words } from './words';

const formats = new Map<string, Intl.NumberFormat>();

function number(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(words.locale, { useGrouping: false, ...options });
    formats.set(key, format);
  }
  return format.format(value);
}

const significant = (value: number) =>
  number(
    value,
    value >= 100
      ? { maximumFractionDigits: 0 }
      : { maximumSignificantDigits: 3, minimumSignificantDigits: value === 0 ? 1 : 3 },
  );

/** A length of time in words, to three digits: `340 µs`, `6.01 s`, `2 min 14 s`. */
export function formatDuration(milliseconds: number): string {
  const { units } = words;
  if (milliseconds === 0) {
    return units.milliseconds('0');
  }
  if (milliseconds < 0.9995) {
    return units.microseconds(
      number(milliseconds * 1000, { maximumFractionDigits: milliseconds < 0.01 ? 1 : 0 }),
    );
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
  const fine = { maximumFractionDigits: 3, minimumFractionDigits: 3 };
  return milliseconds < 1000
    ? formatDuration(milliseconds)
    : words.units.seconds(number(milliseconds / 1000, fine));
}

/** A clock that grows while somebody looks: a tenth of a second is as fine as an eye follows. */
export function formatClock(milliseconds: number): string {
  return words.units.seconds(
    number(milliseconds / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  );
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
  return unit(
    number(milliseconds / size + 0, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
}

/** A share of a whole, from 0 to 1: `0.2 %`, `99.8 %`; never rounded to all or nothing when it is neither. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) {
    return words.units.percent(`< ${number(0.1, {})}`);
  }
  const percent = share < 1 ? Math.min(share * 100, 99.9) : 100;
  return words.units.percent(
    number(percent, { maximumFractionDigits: percent < 10 || percent > 90 ? 1 : 0 }),
  );
}
