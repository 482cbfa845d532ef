import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../harness/dependencies.mjs';
import { openEditor, type EditorWindow } from './editor';

const kitchen = readFileSync(path.join(root, 'walkthroughs/practice/kitchen.py'), 'utf8');

describe('three mistakes in a file', () => {
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor({
      files: { 'kitchen.py': kitchen },
      settings: { 'workbench.colorTheme': 'Default Light Modern' },
    });
  });

  after(() => editor.close());

  it('are listed with what is wrong', async () => {
    await editor.openFile('kitchen.py');
    await editor.problems(3, 'Async Tutor');
    await editor.screenshot('mistakes');
  });

  it('lead to the page that explains them', async () => {
    const [first] = await (await editor.problems(3, 'Async Tutor')).all();
    await first?.getByText('blocking-call').click();
    const page = await editor.webview('h1');
    await page.getByRole('heading', { name: 'Blocking call in async code' }).waitFor();
    await editor.screenshot('mistake-page');
  });

  it('are mended from the lightbulb', async () => {
    const area = await editor.openFile('kitchen.py');
    await area.getByText('taste').last().click();
    await editor.offers('Explain');
    await editor.screenshot('lightbulb');
    await editor.page.keyboard.press('Enter');
    await area.getByText('await taste').waitFor();
    const rows = editor.page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
    await rows.nth(2).waitFor({ state: 'detached' });
    await editor.screenshot('mended');
  });
});
