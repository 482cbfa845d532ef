import * as l10n from '@vscode/l10n';

/**
 * A length of time as people read it: `51 ms`, `2.0 s`, `1 min 12 s`, `4 h 0 min`. Under a millisecond it is `0.4 ms`.
 * @param milliseconds Not negative.
 */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 0.95) {
    return l10n.t('{0} ms', milliseconds < 0.05 ? 0 : milliseconds.toFixed(1));
  }
  if (milliseconds < 999.5) {
    return l10n.t('{0} ms', Math.round(milliseconds));
  }
  if (milliseconds < 59_950) {
    return l10n.t('{0} s', (milliseconds / 1000).toFixed(1));
  }
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) {
    return l10n.t('{0} min {1} s', Math.floor(seconds / 60), seconds % 60);
  }
  const minutes = Math.round(seconds / 60);
  return l10n.t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}
