import { glossary, termIds, type TermId } from '../../core/course/glossary';
import { setting } from '../ids';

/** The part of markdown-it that is used here; the editor's Markdown preview brings the library. */
interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}
interface Environment {
  readonly currentDocument?: { readonly path: string };
}
type Render = (tokens: readonly Token[], options: unknown, environment: Environment) => string;
export interface MarkdownIt {
  readonly renderer: { render: Render };
  readonly utils: { escapeHtml(text: string): string };
}

const ourPages = /\/walkthroughs\/(?:part-\d+|mistakes|reference)\//;

/** Explains the field's words in the course's own pages: the first of each on a page says on hover what it means. */
export function withTerms(markdown: MarkdownIt): MarkdownIt {
  const { renderer, utils } = markdown;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, environment) => {
    const ours = ourPages.test(environment.currentDocument?.path ?? '');
    return render(ours ? explainOnce(tokens, utils) : tokens, options, environment);
  };
  return markdown;
}

function explainOnce(tokens: readonly Token[], utils: MarkdownIt['utils']): readonly Token[] {
  const words = new Words(utils);
  return tokens.map((token, index) =>
    token.type === 'inline' && tokens[index - 1]?.type !== 'heading_open'
      ? like(token, { children: words.explain(token.children ?? []) })
      : token,
  );
}

/** The words of a page that are still to be explained. */
class Words {
  readonly #open: Map<string, TermId>;
  readonly #utils: MarkdownIt['utils'];

  constructor(utils: MarkdownIt['utils']) {
    this.#utils = utils;
    const forms = termIds.flatMap((id) =>
      [glossary[id].name, ...glossary[id].forms].map((form) => [form, id] as const),
    );
    this.#open = new Map(forms.sort(([a], [b]) => b.length - a.length));
  }

  explain(tokens: readonly Token[]): readonly Token[] {
    let links = 0;
    return tokens.flatMap((token) => {
      links += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
      return token.type === 'text' && links === 0 ? this.#explainText(token) : [token];
    });
  }

  #explainText(token: Token): readonly Token[] {
    const found = new RegExp(`(?<![\\w-])(?:${[...this.#open.keys()].join('|')})(?![\\w-])`).exec(
      token.content,
    );
    const id = found === null ? undefined : this.#open.get(found[0]);
    if (found === null || id === undefined) {
      return [token];
    }
    for (const form of [glossary[id].name, ...glossary[id].forms]) {
      this.#open.delete(form);
    }
    const language = setting('language') === 'typescript' ? 'typescript' : 'python';
    const meaning = glossary[id].meaning[language].replaceAll('`', '');
    const [word, title] = [found[0], meaning].map((text) => this.#utils.escapeHtml(text));
    const after = found.index + found[0].length;
    return [
      like(token, { content: token.content.slice(0, found.index) }),
      like(token, { type: 'html_inline', content: `<dfn title="${title}">${word}</dfn>` }),
      ...this.#explainText(like(token, { content: token.content.slice(after) })),
    ];
  }
}

/** A copy of a token with some members changed; the preview keeps the tokens of a page and renders them again. */
function like(token: Token, changed: Partial<Token>): Token {
  const copy = Object.create(Object.getPrototypeOf(token) as object) as Token;
  return Object.assign(copy, token, changed);
}
