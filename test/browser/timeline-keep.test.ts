// What is kept, shared, opened and compared from the panel, in a window, by the dialogs that the editor itself shows.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { openEditor, type EditorWindow } from './editor';

const soup = `async function soup() {
  await new Promise((done) => setTimeout(done, 200));
  console.log('the soup is ready');
}
await soup();
`;
const kitchen = `import { bread } from './bakery.mjs';

async function stew() {
  await new Promise((done) => setTimeout(done, 300));
}
await Promise.all([stew(), bread()]);
`;
const bakery = `// The baker lives in a file of his own.

export async function bread() {
  await new Promise((done) => setTimeout(done, 250));
}
`;

describe('keeping and sharing the timeline in a window', () => {
  let editor: EditorWindow;
  let panel: Frame;

  before(async () => {
    editor = await openEditor({
      files: { 'soup.mjs': soup, 'kitchen.mjs': kitchen, 'bakery.mjs': bakery },
    });
    panel = await run('soup.mjs');
  });

  after(() => editor.close());

  const input = () => editor.page.locator('.quick-input-widget:visible');
  const run = async (name: string): Promise<Frame> => {
    await editor.openFile(name);
    await editor.command('Async Tutor: Run with Timeline');
    const view = await editor.webview('.app[data-phase="finished"]');
    await view.getByRole('heading', { name }).waitFor();
    await view.getByRole('button', { name: 'Run again' }).waitFor();
    return view;
  };
  const choose = async (text: string) => {
    await input().getByRole('option').filter({ hasText: text }).first().click();
  };
  /** Types a path into the editor's own file dialog, once it has written its own proposal there. */
  const answer = async (file: string) => {
    const field = input().locator('input[type="text"]').first();
    await editor.page.waitForFunction(
      (folder) =>
        [...document.querySelectorAll<HTMLInputElement>('.quick-input-widget input[type="text"]')].some(
          ({ value }) => value.includes(folder),
        ),
      path.basename(editor.workspace),
    );
    await editor.page.waitForTimeout(300);
    await field.fill(file);
    await field.press('Enter');
  };
  const saved = async (way: string, name: string): Promise<Buffer> => {
    const file = path.join(editor.workspace, name);
    await panel.getByRole('button', { name: 'Share…' }).click();
    await choose(way);
    await answer(file);
    for (let tries = 0; tries < 100 && !existsSync(file); tries++) {
      await editor.page.waitForTimeout(100);
    }
    return readFileSync(file);
  };

  it('saves the trace, the pictures and the Chrome trace', async () => {
    const trace = JSON.parse((await saved('Save the trace', 'kept.trace.json')).toString()) as {
      lanes: unknown[];
    };
    assert.ok(trace.lanes.length > 0);
    const chrome = JSON.parse((await saved('Chrome trace', 'kept.chrome.json')).toString()) as unknown;
    assert.ok(typeof chrome === 'object' && chrome !== null && 'traceEvents' in chrome);
    assert.match((await saved('Picture as SVG', 'kept.svg')).toString(), /^<svg .*the soup is ready/s);
    assert.equal((await saved('Picture as PNG', 'kept.png')).subarray(1, 4).toString(), 'PNG');
  });

  it('copies the picture as text', async () => {
    await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.getByRole('button', { name: 'Share…' }).click();
    await choose('Copy as text');
    await editor.page.getByText('The timeline is in the clipboard.').first().waitFor();
    const text = await editor.page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^soup\.mjs\nIt took/);
  });

  it('opens a trace, says what is wrong with a broken one, and compares by the picker', async () => {
    await editor.command('Async Tutor: Open a Trace');
    await answer(path.join(editor.workspace, 'kept.trace.json'));
    await panel.getByRole('heading', { name: 'kept.trace.json' }).waitFor();
    writeFileSync(path.join(editor.workspace, 'cut.trace.json'), '{"version":1,"lan');
    await editor.command('Async Tutor: Open a Trace');
    await answer(path.join(editor.workspace, 'cut.trace.json'));
    await editor.page
      .getByText(/cut\.trace\.json could not be opened/)
      .first()
      .waitFor();
    await editor.screenshot('timeline-broken-trace');
    await panel.getByRole('button', { name: 'Compare with…' }).click();
    await choose('soup.mjs');
    await panel.getByRole('heading', { name: 'Run 1 · soup.mjs' }).waitFor();
    await panel.getByRole('heading', { name: 'Run 2 · kept.trace.json' }).waitFor();
    await editor.screenshot('timeline-compare-picked');
  });

  it('leads to the file that a span ran in, and lights it up from there', async () => {
    panel = await run('kitchen.mjs');
    await panel.getByRole('rowheader', { name: /bread/ }).last().click();
    await editor.page.locator('.tab.active[data-resource-name="bakery.mjs"]').waitFor();
    await editor.page.getByText(/^Ln [34], Col/).waitFor();
    const pixels = () => panel.locator('.scroller canvas').first().screenshot();
    await editor.page.keyboard.press('Control+Home');
    await editor.page.waitForTimeout(300);
    const unlit = await pixels();
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.waitForTimeout(300);
    assert.ok(!(await pixels()).equals(unlit), 'the wait of line 4 lights up');
    await editor.screenshot('timeline-module');
  });

  it('replays, and shows the line in the editor', async () => {
    const highlighted = () =>
      editor.page.locator('.view-overlays [class*="TextEditorDecorationType"]').count();
    await panel.getByRole('rowheader', { name: /stew/ }).last().click();
    const before = await highlighted();
    for (let step = 0; step < 6 && (await highlighted()) === before; step++) {
      await panel.getByRole('button', { name: 'step forward' }).click();
      await editor.page.waitForTimeout(150);
    }
    assert.ok((await highlighted()) > before);
    await editor.screenshot('timeline-replay-line');
    await panel.getByRole('button', { name: 'End replay' }).click();
    await editor.page.waitForTimeout(200);
    assert.equal(await highlighted(), before);
  });
});
