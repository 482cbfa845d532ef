import * as l10n from '@vscode/l10n';

/** Says of calls, each by its name between backticks, that they are awaited in a row without need. */
export function inARow(calls: readonly string[]): string {
  const names = [...new Set(calls)];
  const all = names.reduce((some, name) => l10n.t('{0} and {1}', some, name));
  return names.length > 1
    ? l10n.t(
        '{0} are awaited one after another, although they do not need each other: the waits add up.',
        all,
      )
    : l10n.t(
        '{0} calls of {1} are awaited one after another, although they do not need each other: the waits add up.',
        calls.length,
        all,
      );
}
