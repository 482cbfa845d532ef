import { l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { sections, type SectionId } from '../../core/course/outline';
import { progressOf } from '../../core/course/progress';
import { registerCommand } from '../ids';
import { sectionFrom } from './pick';
import type { ProgressStore } from './progress-store';

export function register(store: ProgressStore): Disposable {
  return registerCommand('asyncTutor.predict', async (argument) => {
    const section = await sectionFrom(argument, l10n.t('Which demo would you like to predict?'));
    await (section && predict(store, section));
  });
}

interface Choice extends QuickPickItem {
  /** Null skips the question. */
  readonly index: number | null;
}

/** Asks a section's question and keeps the answer. Undefined when the learner turned back: nothing shall run then. */
export async function predict(store: ProgressStore, section: SectionId): Promise<'go' | undefined> {
  const { question, choices } = sections[section].prediction;
  const last = progressOf(store.progress, section).answer;
  const items: Choice[] = [
    ...choices.map((choice, index) => ({
      index,
      label: l10n.t(choice),
      ...(index === last && { description: l10n.t('your last answer') }),
    })),
    { index: null, label: l10n.t('Skip the question') },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('What do you think?'),
    placeHolder: l10n.t(question),
    ignoreFocusOut: true,
  });
  if (picked === undefined) {
    return undefined;
  }
  if (picked.index !== null) {
    await store.answered(section, picked.index);
  }
  return 'go';
}

/** What to say after the run, kindly: null when the question was never answered. */
export function verdict(store: ProgressStore, section: SectionId): string | null {
  const { choices, right, why } = sections[section].prediction;
  const { answer } = progressOf(store.progress, section);
  const said = answer === null ? undefined : choices[answer];
  const truth = choices[right];
  if (said === undefined || truth === undefined) {
    return null;
  }
  return answer === right
    ? l10n.t('You said "{0}", and so it was. {1}', l10n.t(said), l10n.t(why))
    : l10n.t('You said "{0}". It is "{1}". {2}', l10n.t(said), l10n.t(truth), l10n.t(why));
}
