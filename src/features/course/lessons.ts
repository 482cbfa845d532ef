import {
  commands,
  Disposable,
  env,
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
} from 'vscode';
import { partIds, parts, sectionFile } from '../../core/course/outline';
import { catalogue, mistakeIds, type MistakeId } from '../../core/mistakes/catalogue';
import { registerCommand } from '../ids';
import { sectionFrom } from './pick';

export function register({ extensionUri }: ExtensionContext): Disposable {
  return Disposable.from(
    registerCommand('asyncTutor.openLesson', async (argument) => {
      const section = await sectionFrom(argument, l10n.t('Which lesson would you like to read?'));
      await (section &&
        preview(await inTheirWords(Uri.joinPath(extensionUri, sectionFile(section, 'lesson.md')))));
    }),
    registerCommand('asyncTutor.quickReference', async () => {
      const card = partIds.flatMap((id) => parts[id].closing).find(({ id }) => id === 'quick-reference');
      await (card && preview(await inTheirWords(Uri.joinPath(extensionUri, card.page))));
    }),
    registerCommand('asyncTutor.explainMistake', async (argument) => {
      const mistake = await mistakeFrom(argument);
      await (mistake && preview(await inTheirWords(mistakePage(extensionUri, mistake))));
    }),
  );
}

/** The page that explains a mistake. */
export function mistakePage(extensionUri: Uri, mistake: MistakeId): Uri {
  return Uri.joinPath(extensionUri, 'walkthroughs', 'mistakes', `${mistake}.md`);
}

/** True for the id of a mistake of the catalogue. */
export function isMistakeId(value: unknown): value is MistakeId {
  return mistakeIds.some((id) => id === value);
}

/** The mistake that a command was called with, else the one the learner picks. */
export async function mistakeFrom(argument: unknown): Promise<MistakeId | undefined> {
  return isMistakeId(argument) ? argument : pickMistake();
}

async function pickMistake(): Promise<MistakeId | undefined> {
  const items = mistakeIds.map((id) => ({ id, label: catalogue[id].title, description: id }));
  const placeHolder = l10n.t('Which mistake would you like explained?');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.id;
}

const translated = new Map<string, Promise<Uri>>();

/**
 * The page in the editor's language where somebody translated it: `lesson.de.md` beside `lesson.md`. Pages that steps of
 * the walkthrough show as well are called `page.nls.de.md`, as the editor wants it.
 */
export function inTheirWords(page: Uri): Promise<Uri> {
  const found = translated.get(page.path) ?? findTranslation(page);
  translated.set(page.path, found);
  return found;
}

async function findTranslation(page: Uri): Promise<Uri> {
  const [language = ''] = env.language.split('-');
  const locales = [...new Set([env.language, language])];
  for (const ending of locales.flatMap((locale) => [`.${locale}.md`, `.nls.${locale}.md`])) {
    const candidate = page.with({ path: page.path.replace(/\.md$/, ending) });
    const isThere = await workspace.fs.stat(candidate).then(
      () => true,
      () => false,
    );
    if (isThere) {
      return candidate;
    }
  }
  return page;
}

async function preview(page: Uri): Promise<void> {
  await commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', ViewColumn.Active);
}
