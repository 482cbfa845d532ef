import * as l10n from '@vscode/l10n';
import { quoted } from '../describe';
import type { Misuse } from '../semantics/use';

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
    case 'type':
      return l10n.t(
        '{0} is a promise here, not its value: only a value of the type {1} fits here.',
        name,
        quoted(misuse.wanted),
      );
    case 'print':
      return l10n.t(
        '{0} is a promise here, not its value: what is printed is the promise, and an error in it is not caught here.',
        name,
      );
    case 'json':
      return l10n.t('{0} is a promise here, not its value: as JSON, a promise is just “{}”.', name);
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

/** Whether each way to come by a value brings a promise, or only some. */
export type Certainty = 'surely' | 'maybe';

/** What happens at run time when a promise is dropped; `name` is quoted already. */
export function floatingMessage(name: string, isCall: boolean, certainty: Certainty): string {
  if (certainty === 'maybe') {
    return isCall
      ? l10n.t(
          '{0} may return a promise, which nobody awaits: the program goes on before it is done, and an error in it is not caught here.',
          name,
        )
      : l10n.t(
          '{0} may be a promise, which nobody awaits: the program goes on before it is done, and an error in it is not caught here.',
          name,
        );
  }
  return isCall
    ? l10n.t(
        '{0} returns a promise that nobody awaits: the program goes on before it is done, and an error in it is not caught here.',
        name,
      )
    : l10n.t(
        '{0} is a promise that nobody awaits: the program goes on before it is done, and an error in it is not caught here.',
        name,
      );
}

/** What happens at run time when several promises are dropped at once. */
export function listMessage(name: string, isMapped: boolean): string {
  return isMapped
    ? l10n.t(
        '{0} makes a promise for each element and nobody awaits them: the program goes on before they are done, and an error in one is not caught here.',
        name,
      )
    : l10n.t(
        '{0} is a list of promises and nobody awaits them: the program goes on before they are done, and an error in one is not caught here.',
        name,
      );
}
