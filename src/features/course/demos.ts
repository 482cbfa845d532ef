import { Disposable, l10n, Uri, ViewColumn, window, workspace, type TextDocument } from 'vscode';
import { registerCommand, setting } from '../ids';
import type { Demo, DemoFiles } from './demo-files';
import { demoLanguage } from './language';
import { sectionFrom } from './pick';
import type { Tour } from './tour/tour';

export function register(files: DemoFiles, tour: Tour): Disposable {
  return Disposable.from(
    registerCommand('asyncTutor.openDemo', async (section, language) => {
      const demo = await demoFrom(section, language, l10n.t('Which demo would you like to open?'));
      await (demo && showDemo(files, tour, demo));
    }),
    registerCommand('asyncTutor.startOver', async (section, language) => {
      const current = window.activeTextEditor?.document.uri;
      const here = current && files.sectionOf(current);
      const placeHolder = l10n.t('Which demo would you like to start over?');
      const demo = await demoFrom(section ?? here, language, placeHolder);
      await (demo && startOver(files, demo));
    }),
  );
}

/** The demo that a command was called with; asks for what is missing, undefined when the learner does not say. */
export async function demoFrom(
  section: unknown,
  language: unknown,
  placeHolder: string,
): Promise<Demo | undefined> {
  const id = await sectionFrom(section, placeHolder);
  const inLanguage = id && (await demoLanguage(language));
  return inLanguage && { section: id, language: inLanguage };
}

/** Opens a demo, and its tour unless the learner does without tours. */
async function showDemo(files: DemoFiles, tour: Tour, demo: Demo): Promise<void> {
  const document = await openDemo(files, demo);
  if (setting('tour.enabled')) {
    await tour.begin(demo, document);
  }
}

/** Shows the learner's own copy of a demo. */
export async function openDemo(files: DemoFiles, { section, language }: Demo): Promise<TextDocument> {
  const document = await workspace.openTextDocument(await files.copy(section, language));
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
  return document;
}

async function startOver(files: DemoFiles, demo: Demo): Promise<void> {
  const kept = await files.startOver(demo.section, demo.language);
  await openDemo(files, demo);
  if (kept !== undefined) {
    void tellKept(kept);
  }
}

/** Says where the learner's own version is kept, and leads there. */
export async function tellKept(kept: Uri): Promise<void> {
  const open = l10n.t('Open It');
  const name = kept.path.split('/').at(-1) ?? '';
  const message = l10n.t('It starts over. What you wrote is kept in {0}.', name);
  if ((await window.showInformationMessage(message, open)) === open) {
    await window.showTextDocument(kept);
  }
}
