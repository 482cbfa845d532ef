/**
 * A length of time as people read it: `51 ms`, `2.0 s`, `1 min 12 s`. Under a millisecond it is `0.4 ms`.
 * @param milliseconds Not negative.
 */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 0.95) {
    return milliseconds < 0.05 ? '0 ms' : `${milliseconds.toFixed(1)} ms`;
  }
  if (milliseconds < 999.5) {
    return `${Math.round(milliseconds)} ms`;
  }
  if (milliseconds < 59_950) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
