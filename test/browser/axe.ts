import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from '../harness/dependencies.mjs';

declare global {
  interface Window {
    axe: {
      run(context: { include: Element | Document; exclude: string }): Promise<{
        violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
      }>;
    };
  }
}

/** The colours of code in the preview of Markdown are the editor's own. */
const colouredByEditor = '[class^="hljs-"]';

/** The body of a webview is transparent, which axe-core takes for white: what is behind it has the editor's colour. */
export async function paintGround(page: Page | Frame): Promise<void> {
  await page.evaluate(() => {
    document.body.style.backgroundColor ||= 'var(--vscode-editor-background, white)';
  });
}

/** What axe-core finds wrong in a page, or in what a selector finds there: a line each, by all of its rules. */
export async function violationsIn(page: Page | Frame, selector?: string): Promise<string[]> {
  await paintGround(page);
  await page.evaluate(readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(
    async ([within, exclude]) => {
      const content = within === undefined ? document : document.querySelector(within);
      if (content === null) {
        return [`Nothing is ${String(within)}.`];
      }
      const { violations } = await window.axe.run({ include: content, exclude });
      return violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} (${String(failureSummary)})`).join(' ')}`,
      );
    },
    [selector, colouredByEditor] as const,
  );
}
