import { quoted } from '../describe';
import type { Misuse } from '../semantics/uses';

/** What happens at run time when a promise is used for its value; `name` is quoted already. */
export function misuseMessage(name: string, misuse: Misuse): string {
  return `${name} is a promise here, not its value: ${consequence(misuse)}`;
}

function consequence(misuse: Misuse): string {
  switch (misuse.kind) {
    case 'condition':
      return misuse.negated
        ? 'a promise counts as true, so this is always false.'
        : 'a promise counts as true, so this is always true.';
    case 'template':
      return 'the text will read “[object Promise]”.';
    case 'comparison':
      return 'the comparison never looks at what the promise brings.';
    case 'spread':
      return 'a promise has no properties of its own, so nothing is copied.';
    case 'iteration':
      return 'a promise cannot be iterated, so this throws a TypeError.';
    case 'operator':
      return `${quoted(misuse.operator)} works on the promise itself, which gives “[object Promise]” or NaN.`;
    case 'property':
      return `it has no ${quoted(misuse.name)}, so this is undefined.`;
  }
}
