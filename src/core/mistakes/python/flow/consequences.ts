import * as l10n from '@vscode/l10n';
import type { Misuse } from './usage';

/** What happens when a coroutine is used for its result, to follow a colon. */
export const ofCoroutines: Readonly<Record<Misuse, string>> = {
  condition: l10n.t('a coroutine always counts as true'),
  comparison: l10n.t('the coroutine itself is compared'),
  operator: l10n.t('the operator gets the coroutine itself and fails'),
  text: l10n.t('the text shows the coroutine itself'),
  index: l10n.t('a coroutine cannot be indexed'),
  attribute: l10n.t('a coroutine does not have the attributes of its result'),
  call: l10n.t('a coroutine cannot be called'),
  loop: l10n.t('a coroutine cannot be looped over'),
  context: l10n.t('a coroutine is not a context manager'),
  unpack: l10n.t('a coroutine cannot be unpacked'),
  argument: l10n.t('the coroutine itself is passed on'),
  match: l10n.t('the coroutine itself is matched'),
};

/** The same for futures, where it is certain. */
export const ofFutures: Readonly<Partial<Record<Misuse, string>>> = {
  operator: l10n.t('the operator gets the future itself and fails'),
  text: l10n.t('the text shows the future itself'),
  index: l10n.t('a future cannot be indexed'),
  loop: l10n.t('a future cannot be looped over'),
  unpack: l10n.t('a future cannot be unpacked'),
  argument: l10n.t('the future itself is passed on'),
};
