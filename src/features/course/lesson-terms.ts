import { l10n } from 'vscode';
import { glossary, termIds } from '../../core/course/glossary';
import { setting } from '../ids';

/** The part of markdown-it that is used here; the editor's Markdown preview brings the library. */
interface Token {
  type: string;
  content: string;
  level: number;
  children: Token[] | null;
}
interface State {
  readonly tokens: Token[];
  readonly env: { readonly currentDocument?: { readonly path: string } };
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}
export interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } };
  readonly utils: { escapeHtml(text: string): string };
}

const ourPages = /\/walkthroughs\/(?:part-\d+|mistakes|reference)\//;

/** Explains the field's words in the course's own pages: the first of each on a page says on hover what it means. */
export function withTerms(markdown: MarkdownIt): MarkdownIt {
  markdown.core.ruler.push('async-tutor-terms', (state) => {
    if (ourPages.test(state.env.currentDocument?.path ?? '')) {
      explainOnce(state, (text) => markdown.utils.escapeHtml(text));
    }
  });
  return markdown;
}

function explainOnce(state: State, escape: (text: string) => string): void {
  const language = setting('language') === 'typescript' ? 'typescript' : 'python';
  const open = new Map(
    termIds.flatMap((id) => [glossary[id].name, ...glossary[id].forms].map((form) => [form, id] as const)),
  );
  const inHeadings = new Set(
    state.tokens.flatMap((token, index) => (token.type === 'heading_open' ? [state.tokens[index + 1]] : [])),
  );
  for (const inline of state.tokens.filter((token) => token.type === 'inline' && !inHeadings.has(token))) {
    let links = 0;
    inline.children = (inline.children ?? []).flatMap((token) => {
      links += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
      return token.type === 'text' && links === 0 ? explained(token) : [token];
    });
  }

  function explained(token: Token): Token[] {
    const forms = [...open.keys()].sort((a, b) => b.length - a.length);
    if (forms.length === 0) {
      return [token];
    }
    const found = new RegExp(`(?<![\\w-])(?:${forms.join('|')})(?![\\w-])`).exec(token.content);
    const id = found === null ? undefined : open.get(found[0]);
    if (found === null || id === undefined) {
      return [token];
    }
    for (const [form, of] of open) {
      if (of === id) {
        open.delete(form);
      }
    }
    const meaning = l10n.t(glossary[id].meaning[language]).replaceAll('`', '');
    const word = new state.Token('html_inline', '', 0);
    word.content = `<dfn title="${escape(meaning)}">${escape(found[0])}</dfn>`;
    const [before, after] = [
      text(token.content.slice(0, found.index)),
      text(token.content.slice(found.index + found[0].length)),
    ];
    return [...explained(before), word, ...explained(after)];
  }

  function text(content: string): Token {
    const token = new state.Token('text', '', 0);
    token.content = content;
    return token;
  }
}
