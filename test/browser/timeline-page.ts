// The timeline's own page in a browser, as the editor would show it: its HTML, its policy, its style, and a theme's variables.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Trace } from '../../src/core/trace/trace';
import type { FinishedRun, FromView, RunStart, RunTitle, ToView } from '../../src/timeline/protocol';
import { timelineHtml } from '../../src/timeline/html';
import { root } from '../harness/dependencies.mjs';
import { violationsIn } from './axe';
import { newContext } from './chromium';
import { themes, type ThemeName } from './themes';

export interface TimelinePage {
  readonly page: Page;
  send(message: ToView): Promise<void>;
  /** What the view has posted so far. */
  posted(): Promise<FromView[]>;
  /** What the view has asked the editor to keep. */
  state(): Promise<unknown>;
  setTheme(theme: ThemeName): Promise<void>;
  /** What axe-core finds wrong, a line each. */
  violations(): Promise<string[]>;
  /** Leaves a picture in .screenshots/timeline-NAME.png. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface TimelinePageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly state?: unknown;
  readonly reducedMotion?: boolean;
  readonly hasTouch?: boolean;
}

declare global {
  interface Window {
    harness: { posted: FromView[]; state: unknown };
  }
}

const origin = 'http://timeline.test';
const built = (...names: string[]) => readFileSync(path.join(root, ...names), 'utf8');

/** Opens the view in a window of its own. */
export async function openTimeline(options: TimelinePageOptions = {}): Promise<TimelinePage> {
  const {
    theme = 'dark',
    width = 1120,
    height = 720,
    state,
    reducedMotion = false,
    hasTouch = false,
  } = options;
  const context = await newContext({
    viewport: { width, height },
    hasTouch,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      problems.push(message.text());
    }
  });
  const html = timelineHtml({
    scriptUri: `${origin}/timeline.js`,
    styleUri: `${origin}/timeline.css`,
    cspSource: origin,
    nonce: 'bm9uY2U=',
    locale: 'en',
    translations: undefined,
  });
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const body =
      pathname === '/timeline.js'
        ? built('dist/timeline.js')
        : pathname === '/timeline.css'
          ? built('media/timeline.css')
          : html;
    const contentType = pathname.endsWith('.js')
      ? 'text/javascript'
      : pathname.endsWith('.css')
        ? 'text/css'
        : 'text/html';
    await route.fulfill({ body, contentType });
  });
  await page.addInitScript(actAsEditor, { state, theme: themes[theme] });
  await page.goto(`${origin}/`);
  await page
    .locator('.app')
    .waitFor({ timeout: 5000 })
    .catch(() => {
      throw new Error(`The view did not start: ${problems.join(' | ')}`);
    });

  return {
    page,
    async send(message) {
      await page.evaluate((text) => {
        const data: unknown = JSON.parse(text);
        window.dispatchEvent(new MessageEvent('message', { data }));
      }, JSON.stringify(message));
      await frames(page);
    },
    posted: () => page.evaluate(() => window.harness.posted),
    state: () => page.evaluate(() => window.harness.state),
    async setTheme(name) {
      await page.evaluate(wearTheme, themes[name]);
      await frames(page);
    },
    violations: () => violationsIn(page),
    async screenshot(name) {
      await frames(page);
      await page.screenshot({ path: path.join(root, '.screenshots', `timeline-${name}.png`) });
    },
    async close() {
      await context.close();
      if (problems.length > 0) {
        throw new Error(`The page complained: ${problems.join(' | ')}`);
      }
    },
  };
}

export const title: RunTitle = {
  name: 'waiting_game.py',
  language: 'python',
  clock: 'real',
  file: 'file:///lesson/waiting_game.py',
};

/** A run that begins. */
export const begun: RunStart = { id: 'run-1', title, prediction: null };

/** The message that shows a trace. */
export const finished = (trace: Trace, facts: Partial<FinishedRun> = {}): ToView => {
  const lessons = trace.findings.map(({ section }) => section);
  return { type: 'finished', run: { ...begun, trace, problem: null, lessons, ...facts } };
};

/** Opens the view, uses it, and closes it: closing fails when the page complained of anything. */
export async function withTimeline(
  options: TimelinePageOptions,
  use: (view: TimelinePage) => Promise<void>,
): Promise<void> {
  const view = await openTimeline(options);
  await use(view);
  await view.close();
}

/** Lets two frames pass: what was asked for in this one is then drawn. */
export async function frames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      }),
  );
}

interface Theme {
  readonly kind: string;
  readonly variables: Readonly<Record<string, string>>;
}

function actAsEditor({ state, theme }: { state: unknown; theme: Theme }): void {
  const harness: Window['harness'] = { posted: [], state };
  window.harness = harness;
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => harness.posted.push(message),
    getState: () => harness.state,
    setState: (kept) => {
      harness.state = kept;
    },
  });
  new MutationObserver((_, observer) => {
    if (document.body instanceof HTMLBodyElement) {
      observer.disconnect();
      for (const [name, value] of Object.entries(theme.variables)) {
        document.documentElement.style.setProperty(name, value);
      }
      document.body.className = theme.kind;
    }
  }).observe(document, { childList: true, subtree: true });
}

function wearTheme(theme: Theme): void {
  document.documentElement.removeAttribute('style');
  for (const [name, value] of Object.entries(theme.variables)) {
    document.documentElement.style.setProperty(name, value);
  }
  document.body.className = theme.kind;
}
