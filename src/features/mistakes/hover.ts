import { Disposable, Hover, languages, l10n, MarkdownString, type TextDocument } from 'vscode';
import { isSectionId } from '../../core/course/outline';
import { catalogue, type MistakeId } from '../../core/mistakes/catalogue';
import { editorLanguages, type CommandId } from '../ids';
import { rangeIn, type Found } from './found';

const commands = [
  'asyncTutor.showMistake',
  'asyncTutor.explainMistake',
  'asyncTutor.openLesson',
] as const satisfies readonly CommandId[];

/** Explains the findings under the pointer in the lecture's words, and leads to its page, lesson and timeline. */
export function register(found: Found): Disposable {
  return languages.registerHoverProvider(Object.keys(editorLanguages), {
    provideHover(document, position) {
      const here = found.of(document).filter((one) => rangeIn(document, one).contains(position));
      const mistakes = new Set(here.map(({ mistake }) => mistake));
      return mistakes.size === 0
        ? undefined
        : new Hover([...mistakes].map((mistake) => explanation(mistake, document)));
    },
  });
}

function explanation(mistake: MistakeId, { languageId }: TextDocument): MarkdownString {
  const { title, why, mend, section } = catalogue[mistake];
  const link = (label: string, command: (typeof commands)[number], ...args: readonly unknown[]) =>
    `[${label}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
  const links = [
    link(
      l10n.t('$(play) Show me on a timeline'),
      'asyncTutor.showMistake',
      mistake,
      editorLanguages[languageId],
    ),
    link(l10n.t('$(book) Explain'), 'asyncTutor.explainMistake', mistake),
    ...(isSectionId(section)
      ? [link(l10n.t('$(mortar-board) Lesson {0}', section), 'asyncTutor.openLesson', section)]
      : []),
  ];
  const text = new MarkdownString(
    [
      `**${title}**`,
      l10n.t('_In the restaurant:_ {0}', why),
      l10n.t('_To mend it:_ {0}', mend),
      links.join(' &nbsp; '),
    ].join('\n\n'),
    true,
  );
  text.isTrusted = { enabledCommands: commands };
  return text;
}
