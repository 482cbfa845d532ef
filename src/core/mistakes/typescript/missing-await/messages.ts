import * as l10n from '@vscode/l10n';
import { quoted } from '../describe';
import type { Misuse } from '../semantics/uses';

/** What happens at run time when a promise is used for its value; `name` is quoted already. */
export function misuseMessage(name: string, misuse: Misuse): string {
  switch (misuse.kind) {
    case 'condition':
      return misuse.negated
        ? l10n.t(
            '{0} is a promise here, not its value: a promise counts as true, so this is always false.',
            name,
          )
        : l10n.t(
            '{0} is a promise here, not its value: a promise counts as true, so this is always true.',
            name,
          );
    case 'template':
      return l10n.t('{0} is a promise here, not its value: the text will read “[object Promise]”.', name);
    case 'comparison':
      return l10n.t(
        '{0} is a promise here, not its value: the comparison never looks at what the promise brings.',
        name,
      );
    case 'spread':
      return l10n.t(
        '{0} is a promise here, not its value: a promise has no properties of its own, so nothing is copied.',
        name,
      );
    case 'iteration':
      return l10n.t(
        '{0} is a promise here, not its value: a promise cannot be iterated, so this throws a TypeError.',
        name,
      );
    case 'operator':
      return l10n.t(
        '{0} is a promise here, not its value: {1} works on the promise itself, which gives “[object Promise]” or NaN.',
        name,
        quoted(misuse.operator),
      );
    case 'property':
      return l10n.t(
        '{0} is a promise here, not its value: it has no {1}, so this is undefined.',
        name,
        quoted(misuse.name),
      );
  }
}
