import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WorkspaceReport } from '../../src/features/mistakes/workspace';
import { activated, diagnosticsOf, until } from './support';

const sleepy = 'import time\n\n\nasync def nap():\n    time.sleep(1)\n';
const unfinished = `async function read(): Promise<void> {}

export async function load(): Promise<void> {
  read();
}

export async function main(): Promise<void> {
  // here
  load();
}
`;

describe('files of the workspace', () => {
  const folder = () => {
    const uri = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(uri);
    return vscode.Uri.joinPath(uri, 'checked');
  };
  const write = async (name: string, text: string) => {
    const file = vscode.Uri.joinPath(folder(), name);
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
    return file;
  };
  const found = (file: vscode.Uri) =>
    vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'Async Tutor').length;

  before(async () => {
    await activated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder(), { recursive: true });
  });

  it('are checked by command, and followed on disk, in the editor and when it closes', async () => {
    await write('.gitignore', 'made/\n');
    const closed = await write('closed.py', sleepy);
    const ignored = await write('made/ignored.py', sleepy);
    const opened = await write('sub/opened.py', sleepy);
    const report = await vscode.commands.executeCommand<WorkspaceReport>('asyncTutor.checkWorkspace');
    assert.deepEqual([found(closed), found(ignored), found(opened)], [1, 0, 1]);
    assert.equal(report.findings, 2);
    assert.ok(report.files >= 2);

    // The editor's watcher may miss a change in its first moments: the file is saved again until it is seen.
    let saves = 0;
    let saved = 0;
    await until('the file on disk to be checked anew', async () => {
      if (Date.now() > saved + 3000) {
        saved = Date.now();
        await write('closed.py', `${sleepy}    time.sleep(2)\n${'#\n'.repeat(saves++)}`);
      }
      return found(closed) === 2 || undefined;
    });

    const document = await vscode.workspace.openTextDocument(opened);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(opened, new vscode.Position(5, 0), '    time.sleep(3)\n');
    await vscode.workspace.applyEdit(edit);
    await diagnosticsOf(document, 2);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the closed file to be as on disk', () => found(opened) === 1 || undefined);

    await vscode.workspace.fs.delete(closed);
    await until('the findings of a deleted file to go', () => found(closed) === 0 || undefined);
  });

  it('are mended on save when that is asked for, and nothing else in them changes', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    const actions = { 'source.fixAll.asyncTutor': 'explicit' };
    await editor.update('codeActionsOnSave', actions, vscode.ConfigurationTarget.Global);
    try {
      const file = await write('save.ts', '');
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(file, new vscode.Position(0, 0), unfinished);
      await vscode.workspace.applyEdit(edit);
      await document.save();
      assert.equal(
        document.getText(),
        unfinished.replace('  read', '  await read').replace('  load', '  await load'),
      );
      await diagnosticsOf(document, 0);
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('are left as they are on save when nobody asked', async () => {
    const file = await write('nap.py', sleepy);
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(0, 0), '# changed\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    assert.equal(document.getText(), `# changed\n${sleepy}`);
  });

  it('may be notebooks: their cells are one program, each with its own findings', async () => {
    const cell = (text: string, language = 'python') =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, language);
    const data = new vscode.NotebookData([
      cell('%matplotlib inline\nimport asyncio'),
      cell('%%bash\nsleep 1'),
      cell('async def bake():\n    await asyncio.sleep(1)'),
      cell('async def cook():\n    bake()'),
      cell('await cook()'),
    ]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    await vscode.window.showNotebookDocument(notebook);
    const documents = notebook.getCells().map(({ document }) => document);
    const [wrong] = documents.slice(3);
    assert.ok(wrong);
    const [one] = await diagnosticsOf(wrong, 1);
    assert.equal(one?.range.start.line, 1);
    assert.deepEqual(
      documents.map(({ uri }) => found(uri)),
      [0, 0, 0, 1, 0],
    );

    const actions = async (kind: string) =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        wrong.uri,
        one.range,
        kind,
      );
    const offered = await actions('quickfix');
    const ignoring = offered.find(({ title }) => title.startsWith('Ignore'));
    assert.ok(ignoring?.edit);
    assert.ok(await vscode.workspace.applyEdit(ignoring.edit));
    assert.match(wrong.getText(), /bake\(\) {2}# async-tutor: ignore\[missing-await\]$/);
    await diagnosticsOf(wrong, 0);
    const back = new vscode.WorkspaceEdit();
    back.replace(wrong.uri, wrong.lineAt(1).range, '    bake()');
    assert.ok(await vscode.workspace.applyEdit(back));
    await diagnosticsOf(wrong, 1);
    const [fixAll] = await actions('source.fixAll.asyncTutor');
    assert.ok(fixAll?.edit);
    assert.ok(await vscode.workspace.applyEdit(fixAll.edit));
    assert.equal(wrong.getText(), 'async def cook():\n    await bake()');
    await diagnosticsOf(wrong, 0);
  });

  it('see what other files say in the editor, saved or not', async () => {
    const kitchen = await write('kitchen.py', 'def bake():\n    print("cake")\n');
    const main = await write(
      'evening.py',
      'from kitchen import bake\n\n\nasync def evening():\n    bake()\n    await later()\n',
    );
    const beside = await vscode.workspace.openTextDocument(kitchen);
    await vscode.window.showTextDocument(beside);
    const document = await vscode.workspace.openTextDocument(main);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    await diagnosticsOf(document, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(kitchen, new vscode.Position(0, 0), 'async ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(beside.isDirty);
    const [one] = await diagnosticsOf(document, 1);
    assert.match(one?.message ?? '', /nobody awaits/);
    await vscode.window.showTextDocument(beside, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await diagnosticsOf(document, 0);
  });
});
