import * as l10n from '@vscode/l10n';
import type { LoopSpan, SpanState } from '../trace';

interface Words {
  readonly alone: string;
  readonly withOn: (on: string) => string;
}

const words: Readonly<Record<SpanState, Words>> = {
  running: { alone: l10n.t('running'), withOn: (on) => l10n.t('running in {0}', on) },
  waiting: { alone: l10n.t('waiting'), withOn: (on) => l10n.t('waiting for {0}', on) },
  ready: { alone: l10n.t('ready'), withOn: (on) => l10n.t('ready in {0}', on) },
  blocked: { alone: l10n.t('blocked'), withOn: (on) => l10n.t('blocked in {0}', on) },
};

/** What a slice is called: its state, and what it waits for or what blocks. */
export function wordsOf(state: SpanState, on: string | null): string {
  const { alone, withOn } = words[state];
  return on === null ? alone : withOn(on);
}

/** What a slice of the loop is called. */
export const loopWords: Readonly<Record<LoopSpan['state'], string>> = {
  busy: l10n.t('busy'),
  idle: l10n.t('idle'),
};
