import { ConfigurationTarget, l10n, window, workspace, type Disposable, type QuickPickItem } from 'vscode';
import { isLanguage, languages, type Language } from '../../core/language';
import { registerCommand, setting } from '../ids';

/** What the languages are called. */
export const languageNames: Readonly<Record<Language, string>> = {
  python: 'Python',
  typescript: 'TypeScript',
};

export function register(): Disposable {
  return registerCommand('asyncTutor.chooseLanguage', chooseLanguage);
}

/** The language of the demos; asks where none was chosen yet, undefined when the learner does not say. */
export async function demoLanguage(argument?: unknown): Promise<Language | undefined> {
  if (isLanguage(argument)) {
    return argument;
  }
  const language = setting('language');
  return language === 'ask' ? chooseLanguage() : language;
}

/** The language that is not this one. */
export function otherLanguage(language: Language): Language {
  return language === 'python' ? 'typescript' : 'python';
}

/** Keeps the learner's choice, for all windows. */
export async function rememberLanguage(language: Language): Promise<void> {
  await workspace.getConfiguration('asyncTutor').update('language', language, ConfigurationTarget.Global);
}

async function chooseLanguage(): Promise<Language | undefined> {
  const current = setting('language');
  const items = languages.map((id): QuickPickItem & { id: Language } => ({
    id,
    label: languageNames[id],
    ...(id === current && { description: l10n.t('chosen now') }),
  }));
  const placeHolder = l10n.t('Which language should the demos be in? You can change it at any time.');
  const language = (await window.showQuickPick(items, { placeHolder, ignoreFocusOut: true }))?.id;
  if (language !== undefined) {
    await rememberLanguage(language);
  }
  return language;
}
