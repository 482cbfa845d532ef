const form = /^(?:about )?(\d+(?:\.\d+)?) ?(?:(ms|milliseconds?)|(s|seconds?)|(?:min|minutes?))$/i;

/** The milliseconds in a choice such as `6 seconds` or `1.5 s`; null for a choice that is no single length of time. */
export function timeIn(choice: string): number | null {
  const found = form.exec(choice.trim());
  if (found === null) {
    return null;
  }
  const [, amount, milliseconds, seconds] = found;
  return Number(amount) * (milliseconds !== undefined ? 1 : seconds !== undefined ? 1000 : 60_000);
}
