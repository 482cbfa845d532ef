// The two pages that are measured: the panel's own, and one of vis-timeline with the same spans.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { timelineHtml } from '../../../src/timeline/html';
import { root } from '../../harness/dependencies.mjs';
import { themes } from '../../browser/themes';

const origin = 'http://timeline.bench';
const file = (...names: string[]) => readFileSync(path.join(root, ...names), 'utf8');
const vis = ['node_modules', 'vis-timeline'] as const;

const panel: Readonly<Record<string, () => readonly [type: string, body: string]>> = {
  '/': () => [
    'text/html',
    timelineHtml({
      ...{ scriptUri: `${origin}/timeline.js`, styleUri: `${origin}/timeline.css`, cspSource: origin },
      ...{ nonce: 'bm9uY2U=', locale: 'en', translations: undefined },
    }),
  ],
  '/timeline.js': () => ['text/javascript', file('dist', 'timeline.js')],
  '/timeline.css': () => ['text/css', file('media', 'timeline.css')],
};

const visTimeline: typeof panel = {
  '/': () => [
    'text/html',
    `<!doctype html><link rel="stylesheet" href="/vis.css"><body><div id="vis"></div><script src="/vis.js"></script>`,
  ],
  '/vis.js': () => ['text/javascript', file(...vis, 'standalone', 'umd', 'vis-timeline-graph2d.min.js')],
  '/vis.css': () => ['text/css', file(...vis, 'styles', 'vis-timeline-graph2d.min.css')],
};

/** An open page, with what measures its memory. */
export interface Measured {
  readonly page: Page;
  /** Megabytes of JavaScript objects that are in use. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

export const openPanel = (context: BrowserContext) => open(context, panel);
export const openVisTimeline = (context: BrowserContext) => open(context, visTimeline);

async function open(context: BrowserContext, files: typeof panel): Promise<Measured> {
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    console.error(error.message);
  });
  await page.route(`${origin}/**`, async (route) => {
    const found = files[new URL(route.request().url()).pathname];
    const [contentType, body] = found?.() ?? ['text/plain', ''];
    await route.fulfill({ contentType, body });
  });
  // tsx names the functions that it compiles by a helper, which they miss once they are sent to the page.
  await page.addInitScript('globalThis.__name = (made) => made');
  await page.addInitScript((variables: Readonly<Record<string, string>>) => {
    window.acquireVsCodeApi = () => ({ postMessage: () => 0, getState: () => null, setState: () => 0 });
    document.addEventListener('DOMContentLoaded', () => {
      for (const [name, value] of Object.entries(variables)) {
        document.documentElement.style.setProperty(name, value);
      }
      document.body.className = 'vscode-dark';
    });
  }, themes.dark.variables);
  await page.goto(`${origin}/`);
  const session = await context.newCDPSession(page);
  return { page, heap: () => heapOf(session), close: () => page.close() };
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
