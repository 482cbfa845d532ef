import assert from 'node:assert/strict';
import { openEditor, type EditorWindow } from './editor';

describe('a window with the extension', () => {
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor({ files: { 'tea.py': 'print("tea")\n' } });
  });

  after(() => editor.close());

  it('opens a file of the workspace', async () => {
    await editor.openFile('tea.py');
    await editor.page.locator('.view-lines').getByText('print').waitFor();
    await editor.screenshot('window');
  });

  it('runs the extension', async () => {
    await editor.command('Developer: Show Running Extensions');
    const list = editor.page.locator('.runtime-extensions-editor .monaco-list');
    await list.locator('.monaco-list-row').first().click();
    await editor.page.keyboard.press('End');
    const row = list.locator('.monaco-list-row', { hasText: /async.?tutor/i });
    await row.first().waitFor();
    assert.doesNotMatch((await row.first().textContent()) ?? '', /failed/i);
  });
});
