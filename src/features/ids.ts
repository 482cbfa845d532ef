import { commands, FileSystemError, l10n, window, workspace, type Disposable, type Uri } from 'vscode';
import type { PartId, SectionId } from '../core/course/outline';
import { languages, type Language } from '../core/language';
import { clocks } from '../core/trace/parse';
import type { Clock } from '../core/trace/trace';
import type { MistakeId } from '../core/mistakes/catalogue';
import type { Linter } from '../core/mistakes/silence';

/** Every command with its arguments; from the palette they come without any. */
export interface CommandArguments {
  'asyncTutor.openWalkthrough': [part?: PartId];
  'asyncTutor.chooseLanguage': [];
  'asyncTutor.openLesson': [section?: SectionId];
  'asyncTutor.openDemo': [section?: SectionId, language?: Language];
  'asyncTutor.startOver': [section?: SectionId, language?: Language];
  'asyncTutor.predict': [section?: SectionId, language?: Language];
  'asyncTutor.runDemo': [section?: SectionId, language?: Language];
  'asyncTutor.runWithTimeline': [file?: Uri];
  'asyncTutor.stopRun': [];
  'asyncTutor.showTimeline': [];
  'asyncTutor.shareTimeline': [];
  'asyncTutor.saveTrace': [];
  'asyncTutor.openTrace': [];
  'asyncTutor.compareRuns': [];
  'asyncTutor.dismissLineNotes': [];
  'asyncTutor.explainMistake': [mistake?: MistakeId];
  'asyncTutor.showMistake': [mistake?: MistakeId, language?: Language];
  'asyncTutor.checkWorkspace': [];
  'asyncTutor.resetProgress': [section?: SectionId];
  'asyncTutor.openSection': [section?: SectionId];
  'asyncTutor.continueCourse': [];
  'asyncTutor.nextSection': [section?: SectionId];
  'asyncTutor.previousSection': [section?: SectionId];
  'asyncTutor.sectionActions': [];
  'asyncTutor.otherLanguage': [];
  'asyncTutor.quickReference': [];
  'asyncTutor.startTour': [section?: SectionId, language?: Language];
  'asyncTutor.tourNext': [];
  'asyncTutor.tourBack': [];
  'asyncTutor.endTour': [];
  'asyncTutor.changeOneThing': [section?: SectionId, language?: Language];
}
export type CommandId = keyof CommandArguments;

/** How loudly a mistake is told. */
export const levels = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Level = (typeof levels)[number];

/** Every setting below `asyncTutor.` with its type. */
export interface Settings {
  language: Language | 'ask';
  'diagnostics.enabled': boolean;
  'mistakes.severity': Readonly<Partial<Record<MistakeId, Level>>>;
  /** By glob: `true` for all mistakes, or those not to be told there. */
  'mistakes.exclude': Readonly<Record<string, true | readonly MistakeId[]>>;
  'mistakes.coveredByLinter': readonly Linter[];
  'codeLens.enabled': boolean;
  'timeline.lineNotes': boolean;
  'tour.enabled': boolean;
  'glossary.enabled': boolean;
  'python.interpreter': string;
  'run.clock': Clock;
  'run.timeoutSeconds': number;
  'run.outputKilobytes': number;
  'run.memoryMegabytes': number;
}
export type SettingId = keyof Settings;

/** What holds where the manifest's default is out of reach or somebody wrote a value of another type. */
export const defaults: Readonly<Settings> = {
  language: 'ask',
  'diagnostics.enabled': true,
  'mistakes.severity': {},
  'mistakes.exclude': {},
  'mistakes.coveredByLinter': [],
  'codeLens.enabled': true,
  'timeline.lineNotes': true,
  'tour.enabled': true,
  'glossary.enabled': true,
  'python.interpreter': '',
  'run.clock': 'real',
  'run.timeoutSeconds': 60,
  'run.outputKilobytes': 1024,
  'run.memoryMegabytes': 1024,
};

/** The values of settings that are one of a few. */
const choices: Readonly<Partial<Record<SettingId, readonly unknown[]>>> = {
  language: ['ask', ...languages],
  'run.clock': Object.keys(clocks),
};

/** Every context key with its type. */
export type ContextKeys = { 'asyncTutor.running': boolean; 'asyncTutor.touring': boolean } & Record<
  `asyncTutor.done.${SectionId | PartId}`,
  boolean
>;

/** The languages, in the editor's words, of the files that are checked and run. */
export const editorLanguages: Readonly<Record<string, Language>> = {
  python: 'python',
  typescript: 'typescript',
  typescriptreact: 'typescript',
  javascript: 'typescript',
  javascriptreact: 'typescript',
};

/** How a file of each of these languages ends, for text that has no file. */
export const fileEndings: Readonly<Record<string, string>> = {
  python: 'py',
  typescript: 'ts',
  typescriptreact: 'tsx',
  javascript: 'js',
  javascriptreact: 'jsx',
};

type Unchecked<Arguments extends readonly unknown[]> = { [Place in keyof Arguments]: unknown };

/**
 * Registers what a command does. Links may pass anything: a handler that takes arguments checks them. A file that cannot
 * be read or written, of the learner's copies above all, ends the command with a sentence.
 */
export function registerCommand<Id extends CommandId>(
  id: Id,
  handler: (...args: Unchecked<CommandArguments[Id]>) => unknown,
): Disposable {
  return commands.registerCommand(id, async (...args: Unchecked<CommandArguments[Id]>) => {
    try {
      return await handler(...args);
    } catch (error) {
      if (!(error instanceof FileSystemError)) {
        throw error;
      }
      void window.showErrorMessage(l10n.t('A file could not be read or written: {0}', error.message));
      return undefined;
    }
  });
}

/** The current value of a setting, for a file's folder where one is given. */
export function setting<Id extends SettingId>(id: Id, scope?: Uri): Settings[Id] {
  const value = workspace.getConfiguration('asyncTutor', scope).get<Settings[Id]>(id);
  const known = choices[id]?.includes(value) ?? typeof value === typeof defaults[id];
  return known && value !== undefined ? value : defaults[id];
}

/** Sets a context key for `when` clauses and walkthrough steps. */
export async function setContext<Key extends keyof ContextKeys>(
  key: Key,
  value: ContextKeys[Key],
): Promise<void> {
  await commands.executeCommand('setContext', key, value);
}
