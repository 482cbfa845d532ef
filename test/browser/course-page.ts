// A page of the course as the editor shows it: Markdown as its preview renders it, a drawing as its walkthroughs embed it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import type { Page } from 'playwright-core';
import { root } from '../harness/dependencies.mjs';
import { ensureEditor } from '../harness/install-editor';
import { violationsIn } from './axe';
import { newContext } from './chromium';
import { themes, type ThemeName } from './themes';

export interface CoursePage {
  readonly page: Page;
  /** Shows a Markdown page of the project, by its path from there. */
  lesson(file: string): Promise<void>;
  /** Shows drawings of the project below each other. */
  drawings(files: readonly string[]): Promise<void>;
  /** Null takes every theme off: so a drawing looks as a picture in a page, which hears of no theme. */
  wear(theme: ThemeName | null): Promise<void>;
  /** What axe-core finds wrong, a line each. */
  violations(): Promise<string[]>;
  /** Leaves a picture of the whole page in .screenshots/NAME.png. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** What the editor gives to every webview. */
const webviewStyle = `
  body { background-color: var(--vscode-editor-background); color: var(--vscode-editor-foreground);
         font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
  a { color: var(--vscode-textLink-foreground); }
  code { font-family: var(--vscode-editor-font-family); color: var(--vscode-textPreformat-foreground);
         background-color: var(--vscode-textPreformat-background); }
  pre code { padding: 0; }
`;

const markdown = new MarkdownIt({ html: true });

/** Opens an empty page, in the dark theme. */
export async function openCoursePage(): Promise<CoursePage> {
  const context = await newContext({ viewport: { width: 680, height: 900 } });
  const page = await context.newPage();
  const style = webviewStyle + previewStyle();
  const show = async (title: string, content: string, base: string) => {
    await page.evaluate(
      (html) => {
        document.documentElement.lang = 'en';
        [document.head.innerHTML, document.body.innerHTML] = html;
      },
      [
        `<title>${title}</title><base href="${base}"><style>${style}</style>`,
        `<main class="markdown-body">${content}</main>`,
      ] as const,
    );
  };
  const wear = (theme: ThemeName | null) =>
    page.evaluate(
      ({ kind, variables }) => {
        document.documentElement.removeAttribute('style');
        for (const [name, value] of Object.entries(variables)) {
          document.documentElement.style.setProperty(name, value);
        }
        document.body.className = `vscode-body scrollBeyondLastLine wordWrap ${kind}`;
      },
      theme === null ? { kind: '', variables: {} } : themes[theme],
    );
  await page.goto(pathToFileURL(path.join(root, 'LICENSE')).href);
  await wear('dark');
  return {
    page,
    lesson: (file) => show(file, markdown.render(read(file)), pathToFileURL(path.join(root, file)).href),
    drawings: (files) =>
      show('Drawings', `<h1>Drawings</h1>${files.map(read).join('')}`, pathToFileURL(root).href),
    wear,
    violations: () => violationsIn(page),
    async screenshot(name) {
      await page.screenshot({ path: path.join(root, '.screenshots', `${name}.png`), fullPage: true });
    },
    close: () => context.close(),
  };
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The styles of the editor's own preview of Markdown. */
function previewStyle(): string {
  const media = path.join(ensureEditor(), '../../extensions/markdown-language-features/media');
  return ['markdown.css', 'highlight.css']
    .map((name) => readFileSync(path.join(media, name), 'utf8'))
    .join('\n');
}
