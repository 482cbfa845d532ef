import { l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { predictionOf, sections, type Prediction, type SectionId } from '../../core/course/outline';
import { progressOf } from '../../core/course/progress';
import type { Language } from '../../core/language';
import { registerCommand } from '../ids';
import { demoFrom } from './demos';
import type { ProgressStore } from './progress-store';

export function register(store: ProgressStore): Disposable {
  return registerCommand('asyncTutor.predict', async (section, language) => {
    const demo = await demoFrom(section, language, l10n.t('Which demo would you like to predict?'));
    await (demo && predict(store, demo.section, demo.language));
  });
}

/** A question that the learner was asked before a run. */
export interface Asked {
  readonly question: Prediction;
  /** Index of the choice, null when the question was skipped. */
  readonly answer: number | null;
}

interface Choice extends QuickPickItem {
  /** Null skips the question. */
  readonly index: number | null;
}

/** Asks a section's question and keeps the answer; undefined when the learner turned back: nothing shall run then. */
export async function predict(
  store: ProgressStore,
  section: SectionId,
  language: Language,
): Promise<Asked | undefined> {
  const last = progressOf(store.progress, section).answers[language];
  const question = predictionOf(sections[section], language);
  const asked = await askPrediction(question, l10n.t('What do you think?'), last?.choice);
  if (typeof asked?.answer === 'number') {
    await store.answered(section, language, asked.answer);
  }
  return asked;
}

/** Asks a question; undefined when the learner turns back. */
export async function askPrediction(
  question: Prediction,
  title: string,
  last?: number,
): Promise<Asked | undefined> {
  const items: Choice[] = [
    ...question.choices.map((choice, index) => ({
      index,
      label: choice,
      ...(index === last && { description: l10n.t('your last answer') }),
    })),
    { index: null, label: l10n.t('Skip the question') },
  ];
  const options = { title, placeHolder: question.question, ignoreFocusOut: true };
  const picked = await window.showQuickPick(items, options);
  return picked && { question, answer: picked.index };
}

/** The section's question as it was last answered, undefined when it never was. */
export function lastAsked(store: ProgressStore, section: SectionId, language: Language): Asked | undefined {
  const answer = progressOf(store.progress, section).answers[language];
  return answer && { question: predictionOf(sections[section], language), answer: answer.choice };
}
