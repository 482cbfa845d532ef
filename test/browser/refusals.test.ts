import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEditor, type EditorWindow } from './editor';

const files = {
  'steep.py': 'print("steeping")\n',
  'pour.ts': "console.log('pouring');\n",
  'late.py':
    'import asyncio\nimport time\n\n\nasync def main() -> None:\n    time.sleep(1)\n\n\nasyncio.run(main())\n',
};

/** What the extension says stands in the notification centre: this host shows no toasts. */
async function said(editor: EditorWindow, text: string): Promise<void> {
  await editor.command('Notifications: Show Notifications');
  await editor.page.locator('.notifications-center .monaco-list-row').filter({ hasText: text }).waitFor();
}

describe('a folder that is not trusted', () => {
  let editor: EditorWindow;

  before(async () => {
    const settings = {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
      'asyncTutor.language': 'python',
    };
    editor = await openEditor({ files, settings });
  });

  after(() => editor.close());

  it('does not run its programs, and says so', async () => {
    await editor.openFile('steep.py');
    await editor.command('Async Tutor: Run with Timeline');
    await said(editor, 'This folder is not trusted yet, so its programs are not run.');
    await editor.screenshot('untrusted-folder');
    await editor.command('Notifications: Clear All Notifications');
  });

  it('finds mistakes all the same', async () => {
    await editor.openFile('late.py');
    await editor.problems(1, 'time.sleep');
  });

  it('runs the demos of the course', async () => {
    await editor.command('Async Tutor: Run a Demo');
    const option = (label: string) =>
      editor.page.locator('.quick-input-widget:visible').getByRole('option', { name: label });
    await option('1.1 The waiting game').click();
    await option('Skip the question').click();
    const panel = await editor.webview('canvas');
    await panel.getByRole('button', { name: 'Run again' }).waitFor();
    await editor.screenshot('untrusted-demo');
  });
});

describe('a machine without Python', () => {
  const nothing = mkdtempSync(path.join(tmpdir(), 'async-tutor-no-python-'));
  let editor: EditorWindow;

  before(async () => {
    // VSCODE_CLI keeps the host from asking a login shell for another PATH.
    editor = await openEditor({ files, environment: { PATH: nothing, VSCODE_CLI: '1' } });
  });

  after(async () => {
    await editor.close();
    rmSync(nothing, { recursive: true, force: true });
  });

  it('says what is missing and where to get it', async () => {
    await editor.openFile('steep.py');
    await editor.command('Async Tutor: Run with Timeline');
    await said(editor, 'Python 3.9 or newer');
    await editor.page.getByRole('button', { name: 'Get Python' }).waitFor();
    await editor.screenshot('no-python');
    await editor.command('Notifications: Clear All Notifications');
  });

  it('runs TypeScript all the same', async () => {
    await editor.openFile('pour.ts');
    await editor.command('Async Tutor: Run with Timeline');
    const panel = await editor.webview('canvas');
    await panel.getByText('pouring').first().waitFor();
  });
});
