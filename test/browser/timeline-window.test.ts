import type { Frame } from 'playwright-core';
import { openEditor, type EditorWindow } from './editor';

const files = {
  'soup.js':
    'async function soup() {\n  await new Promise((done) => setTimeout(done, 300));\n}\nawait soup();\n',
  'forever.js': 'setInterval(() => {}, 1000);\n',
};

describe('the timeline in a window', () => {
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor({ files });
  });

  after(() => editor.close());

  const tab = (title: string) => editor.page.locator('.tab').filter({ hasText: title });
  const run = async (name: string): Promise<Frame> => {
    await editor.openFile(name);
    await editor.command('Async Tutor: Run with Timeline');
    const panel = await editor.webview('.app');
    await panel.getByRole('heading', { name }).waitFor();
    return panel;
  };

  /** Unlike a reload of the page, this lets the window write down what is open. */
  const reload = async () => {
    const loaded = editor.page.waitForEvent('load');
    await editor.command('Developer: Reload Window');
    await loaded;
    await editor.page.locator('.monaco-workbench .statusbar').waitFor();
  };

  it('comes back after a reload with the run that it showed, which still leads to its own file', async () => {
    const panel = await run('soup.js');
    await panel.getByRole('button', { name: 'Run again' }).waitFor();
    await editor.openFile('forever.js');
    await reload();
    await tab('Timeline: soup.js').waitFor();
    const restored = await editor.webview('.app[data-phase="finished"]');
    await restored.getByRole('heading', { name: 'soup.js' }).waitFor();
    await restored.getByRole('rowheader', { name: /soup/ }).last().click();
    await editor.page.locator('.tab.active[data-resource-name="soup.js"]').waitFor();
  });

  it('never shows an earlier run under a later title', async () => {
    const panel = await run('forever.js');
    await panel.getByRole('button', { name: 'Stop' }).waitFor();
    await reload();
    const restored = await editor.webview('.app');
    await restored.getByRole('heading', { name: 'Run a program to see its timeline' }).waitFor();
    await tab('Timeline').waitFor();
    await tab('Timeline:').waitFor({ state: 'detached' });
  });
});
