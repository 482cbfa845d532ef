import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEditor, type EditorWindow } from './editor';

/**
 * The Python extension cannot be had without its marketplace. In its place stands one that offers the part of its
 * published interface that is used: the environment that was selected, and where its interpreter is.
 */
const pythonExtension = (interpreter: string) => `
const { Uri } = require('vscode');
exports.activate = () => ({
  environments: {
    getActiveEnvironmentPath: () => ({ id: 'chosen', path: 'chosen' }),
    resolveEnvironment: async ({ path }) =>
      path === 'chosen' ? { executable: { uri: Uri.file(${JSON.stringify(interpreter)}) } } : undefined,
  },
});
`;

describe('the interpreter that was selected in the Python extension', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'async-tutor-python-extension-'));
  let editor: EditorWindow;

  before(async () => {
    const interpreter = path.join(folder, 'selected-python');
    writeFileSync(interpreter, '#!/bin/sh\nSELECTED=yes exec python3 "$@"\n');
    chmodSync(interpreter, 0o755);
    const extension = path.join(folder, 'extensions', 'ms-python.python-1.0.0');
    mkdirSync(extension, { recursive: true });
    writeFileSync(path.join(extension, 'extension.js'), pythonExtension(interpreter));
    const manifest = { name: 'python', publisher: 'ms-python', version: '1.0.0', main: './extension.js' };
    writeFileSync(
      path.join(extension, 'package.json'),
      JSON.stringify({ ...manifest, engines: { vscode: '^1.90.0' }, activationEvents: [] }),
    );
    editor = await openEditor({
      files: { 'which.py': "import os\n\nprint('selected:', os.environ.get('SELECTED'))\n" },
      extensionsFolder: path.dirname(extension),
    });
  });

  after(async () => {
    await editor.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs the program', async () => {
    await editor.openFile('which.py');
    await editor.command('Async Tutor: Run with Timeline');
    const panel = await editor.webview('canvas');
    await panel.getByText('selected: yes').first().waitFor();
  });
});
