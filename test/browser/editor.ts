// A window of a real VS Code in a real browser, with the built extension in it, for tests that click as a person would.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { root } from '../harness/dependencies.mjs';
import { startEditorHost, type EditorHostOptions } from '../harness/editor-host';
import { newContext } from './chromium';

export interface WindowOptions extends EditorHostOptions {
  /** Files of the workspace: path -> text. They come beside a copy of test/host/fixtures/workspace. */
  files?: Readonly<Record<string, string>>;
  /** Folder of the extension under development, the repository's when absent. */
  extension?: string;
  /** The window's language, as a language pack would set it. */
  locale?: string;
  /** A window in which no folder is open. */
  noFolder?: true;
}

export interface EditorWindow {
  readonly page: Page;
  /** Absolute path of the temporary folder that is open. */
  readonly workspace: string;
  /** Runs a command from the palette by its full title, such as `View: Toggle Panel`. */
  command(title: string): Promise<void>;
  /** Opens a file of the workspace and resolves to its editor. */
  openFile(name: string): Promise<Locator>;
  /** Shows the Problems panel and resolves to its rows once there are at least `count` with `text` in them. */
  problems(count: number, text?: string): Promise<Locator>;
  /** The menu of the lightbulb where the cursor is, once `text` is among its offers. */
  offers(text: string): Promise<Locator>;
  /** The content frame of the first webview in which `selector` is found. */
  webview(selector: string): Promise<Frame>;
  /** Leaves a picture in .screenshots/NAME.png. */
  screenshot(name: string): Promise<void>;
  /** Loads the window anew; what the editor remembers survives. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Longest wait for anything in a window, in milliseconds. */
const patience = 45_000;

/** Asks for the offers, as long as the editor takes to put its cursor where it was told. */
async function comes(menu: Locator): Promise<boolean> {
  await menu.page().keyboard.press('Control+.');
  return menu.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

/** Opens a window of its own, on a server of its own: nothing is left over from any other test. */
export async function openEditor(options: WindowOptions = {}): Promise<EditorWindow> {
  const workspace = mkdtempSync(path.join(tmpdir(), 'async-tutor-workspace-'));
  cpSync(path.join(root, 'test/host/fixtures/workspace'), workspace, { recursive: true });
  for (const [name, text] of Object.entries(options.files ?? {})) {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    writeFileSync(path.join(workspace, name), text);
  }
  const host = await startEditorHost(options);
  const context = await newContext({ viewport: { width: 1400, height: 900 } });
  context.setDefaultTimeout(patience);
  if (options.locale !== undefined) {
    await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.locale)}`);
  }
  const page = await context.newPage();
  const quickInput = page.locator('.quick-input-widget:visible');

  const ready = async () => {
    await page.locator('.monaco-workbench .statusbar').waitFor();
    if (options.noFolder !== true) {
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    }
  };
  const pick = async (shortcut: string, text: string, row: Locator, timeout = patience) => {
    await page.keyboard.press(shortcut);
    await quickInput.locator('input').fill(text, { timeout });
    await row.click({ timeout });
  };
  const folder = options.noFolder === true ? null : workspace;
  await page.goto(host.url(folder, { extension: options.extension ?? root }));
  await ready();

  return {
    page,
    workspace,
    async command(title) {
      // The palette lists what is possible when it opens, and a window that has just been loaded misses a key now and
      // then: both need a second look.
      const row = quickInput.getByRole('option').filter({ hasText: title }).first();
      await pick('F1', `>${title}`, row, 5000).catch(async () => {
        await page.keyboard.press('Escape');
        await pick('F1', `>${title}`, row);
      });
    },
    async openFile(name) {
      const row = quickInput.getByRole('option').filter({ hasText: path.basename(name) });
      await pick('Control+P', name, row.first(), 5000).catch(async () => {
        await page.keyboard.press('Escape');
        await pick('Control+P', name, row.first());
      });
      await page
        .locator(`.tab[data-resource-name="${path.basename(name)}"]`)
        .first()
        .waitFor();
      return page.locator('.editor-group-container.active .monaco-editor').first();
    },
    async problems(count, text = '') {
      if (!(await page.locator('.markers-panel').isVisible())) {
        await page.keyboard.press('Control+Shift+M');
      }
      const rows = page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
      const wanted = rows.filter({ hasText: text });
      await wanted.nth(count - 1).waitFor();
      return wanted;
    },
    async offers(text) {
      const menu = page.locator('.action-widget').filter({ hasText: text });
      const begun = performance.now();
      while (!(await comes(menu))) {
        assert.ok(performance.now() - begun < patience, `Nothing offers ${text}.`);
        await page.keyboard.press('Escape');
      }
      return menu;
    },
    webview: (selector) => findWebview(page, selector),
    async screenshot(name) {
      const file = path.join(root, '.screenshots', `${name}.png`);
      await page.screenshot({ path: file });
    },
    async reload() {
      await page.reload();
      await ready();
    },
    async close() {
      await context.close();
      await host.stop();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

async function findWebview(page: Page, selector: string): Promise<Frame> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    for (const frame of page.frames().filter((one) => one.url().includes('/fake.html?id='))) {
      const found = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (found > 0) {
        return frame;
      }
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`No webview shows ${selector}.`);
}
