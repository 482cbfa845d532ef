import {
  Hover,
  languages,
  l10n,
  MarkdownString,
  Range,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import { glossary, termOfCode, type TermId } from '../../core/course/glossary';
import { isSectionId } from '../../core/course/outline';
import type { Language } from '../../core/language';
import { editorLanguages, setting } from '../ids';

/** Explains the field's words in code: hover over `asyncio.gather`, `Promise.all`, `await`. */
export function register(): Disposable {
  return languages.registerHoverProvider(Object.keys(editorLanguages), {
    provideHover(document, position) {
      const language = editorLanguages[document.languageId];
      const word = wordAt(document, position);
      if (language === undefined || word === undefined || !setting('glossary.enabled', document.uri)) {
        return undefined;
      }
      const term = termOfCode(language, word.name);
      return term && new Hover(explanation(term, language), word.range);
    },
  });
}

interface Word {
  /** Dotted, up to the member under the pointer. */
  readonly name: string;
  readonly range: Range;
}

const dottedName = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/;

function wordAt(document: TextDocument, position: Position): Word | undefined {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const whole = document.getWordRangeAtPosition(position, dottedName);
  if (whole === undefined || /^\s*(?:#|\/\/|\*)/.test(before)) {
    return undefined;
  }
  const text = document.getText(whole);
  const end = text.indexOf('.', position.character - whole.start.character);
  const name = end === -1 ? text : text.slice(0, end);
  const dotBefore = before.charAt(whole.start.character - 1) === '.';
  return {
    name: dotBefore ? `().${name}` : name,
    range: new Range(whole.start, whole.start.translate(0, name.length)),
  };
}

/** What a term means, with a link to the section that teaches it. */
function explanation(id: TermId, language: Language): MarkdownString {
  const { name, meaning, section } = glossary[id];
  const text = new MarkdownString(`**${name}**: ${meaning[language]}`);
  if (isSectionId(section)) {
    const argument = encodeURIComponent(JSON.stringify([section]));
    const link = l10n.t('Lesson {0}', section);
    text.appendMarkdown(`\n\n[${link}](command:asyncTutor.openLesson?${argument})`);
    text.isTrusted = { enabledCommands: ['asyncTutor.openLesson'] };
  }
  return text;
}
