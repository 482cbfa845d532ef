import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { sections, type SectionId } from '../../src/core/course/outline';
import type { Language } from '../../src/core/language';
import { Copies } from '../../src/features/copies';
import { DemoFiles } from '../../src/features/course/demo-files';
import { activated, until } from './support';

const global = vscode.ConfigurationTarget.Global;
const mine = '# mine: 😀\n';
const run = vscode.commands.executeCommand;

describe('what the learner wrote in a demo', () => {
  before(async () => {
    await vscode.workspace.getConfiguration('asyncTutor').update('language', 'python', global);
    await vscode.workspace.getConfiguration('files').update('autoSave', 'off', global);
  });

  beforeEach(() => run('workbench.action.closeAllEditors'));

  after(async () => {
    await run('workbench.action.closeAllEditors');
    await vscode.workspace.getConfiguration('asyncTutor').update('language', undefined, global);
    await vscode.workspace.getConfiguration('files').update('autoSave', undefined, global);
    await vscode.workspace.getConfiguration('files').update('readonlyInclude', undefined, global);
  });

  it('is kept beside the demo that starts over, although it was not saved', async () => {
    const { document, shipped } = await edited('2.1', 'python');
    await run('asyncTutor.startOver', '2.1', 'python');
    assert.equal(textAt(document.uri), shipped);
    assert.equal(keptBeside(document.uri).filter((text) => text === mine + shipped).length, 1);
    await until('the editor to show it', () => (document.getText() === shipped ? true : undefined));
    assert.equal(document.isDirty, false);
    await forget('2.1', 'python');
  });

  it('stays unsaved and untouched through every other command', async () => {
    const { document, shipped } = await edited('2.1', 'python');
    const { api } = await activated();
    await run('asyncTutor.openDemo', '2.1', 'python');
    await run('asyncTutor.startTour', '2.1', 'python');
    await run('asyncTutor.tourNext');
    await run('asyncTutor.endTour');
    await run('asyncTutor.openSection', '2.1');
    await run('asyncTutor.resetProgress', '2.1');
    await run('asyncTutor.openDemo', '2.1', 'python');
    await run('asyncTutor.otherLanguage');
    await run('asyncTutor.otherLanguage');
    await api.demos.copy('2.1', 'python');
    assert.equal(document.getText(), mine + shipped);
    assert.equal(document.isDirty, true);
    assert.equal(textAt(document.uri), shipped);
    await forget('2.1', 'python');
  });

  it('is saved by a run, and by nothing that the run does changed', async () => {
    const { document, shipped } = await edited('2.1', 'python');
    await run('asyncTutor.runDemo', '2.1', 'python');
    assert.equal(textAt(document.uri), mine + shipped);
    await forget('2.1', 'python');
  });

  it('is not lost when another window starts the demo over meanwhile', async () => {
    const { document, shipped } = await edited('2.1', 'python');
    const { api } = await activated();
    const there = new DemoFiles(api.context);
    await document.save();
    const more = new vscode.WorkspaceEdit();
    more.insert(document.uri, new vscode.Position(0, 0), '# more\n');
    await vscode.workspace.applyEdit(more);
    await vscode.workspace.fs.writeFile(document.uri, Buffer.from('# theirs\n'));
    await assert.rejects(there.startOver('2.1', 'python'), vscode.FileSystemError);
    assert.equal(document.getText(), `# more\n${mine}${shipped}`);
    assert.equal(textAt(document.uri), '# theirs\n');
    await forget('2.1', 'python');
  });

  it('is kept once by each of two windows that start over at the same time', async () => {
    const { document, shipped } = await edited('2.1', 'python');
    const { api } = await activated();
    await document.save();
    await Promise.all([api.demos, new DemoFiles(api.context)].map((one) => one.startOver('2.1', 'python')));
    assert.equal(textAt(document.uri), shipped);
    assert.ok(keptBeside(document.uri).includes(mine + shipped));
    await forget('2.1', 'python');
  });

  it('is still somewhere when its file cannot be written', async () => {
    const { document, shipped } = await edited('2.1', 'python');
    await document.save();
    chmodSync(document.uri.fsPath, 0o444);
    try {
      await run('asyncTutor.startOver', '2.1', 'python');
      await run('asyncTutor.openDemo', '2.1', 'python');
      const everywhere = [textAt(document.uri), ...keptBeside(document.uri)];
      assert.ok(everywhere.includes(mine + shipped));
    } finally {
      chmodSync(document.uri.fsPath, 0o644);
    }
    await forget('2.1', 'python');
  });

  it('stands in the editor when its file was made read-only before it was saved', async () => {
    const { document, shipped } = await edited('2.1', 'python');
    await vscode.workspace
      .getConfiguration('files')
      .update('readonlyInclude', { '**/2.1-concurrency-and-parallelism/**': true }, global);
    await run('asyncTutor.startOver', '2.1', 'python');
    const everywhere = [document.getText(), textAt(document.uri), ...keptBeside(document.uri)];
    assert.ok(everywhere.includes(mine + shipped));
    await vscode.workspace.getConfiguration('files').update('readonlyInclude', undefined, global);
    await forget('2.1', 'python');
  });

  it('is kept beside a program of ours that is no demo, too', async () => {
    const { api } = await activated();
    const copies = new Copies(api.context.globalState);
    const copy = vscode.Uri.joinPath(api.context.globalStorageUri, 'fixed', 'own.py');
    assert.equal(await copies.restart(copy, 'print(1)\n'), undefined);
    assert.equal(await copies.restart(copy, 'print(2)\n'), undefined);
    await vscode.workspace.fs.writeFile(copy, Buffer.from(mine));
    const kept = await copies.restart(copy, 'print(3)\n');
    assert.ok(kept);
    assert.equal(textAt(kept), mine);
    assert.equal(textAt(copy), 'print(3)\n');
  });
});

interface Edited {
  readonly document: vscode.TextDocument;
  readonly shipped: string;
}

/** A demo that the learner has opened and written in, without saving it. */
async function edited(section: SectionId, language: Language): Promise<Edited> {
  await run('asyncTutor.openDemo', section, language);
  await run('asyncTutor.endTour');
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  assert.ok(document.uri.path.includes(sections[section].folder));
  const shipped = document.getText();
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), mine);
  await vscode.workspace.applyEdit(edit);
  assert.equal(document.isDirty, true);
  return { document, shipped };
}

const textAt = ({ fsPath }: vscode.Uri): string => readFileSync(fsPath, 'utf8');

/** What stands in the files that were kept beside a demo. */
function keptBeside({ fsPath }: vscode.Uri): readonly string[] {
  const folder = path.dirname(fsPath);
  const kept = readdirSync(folder).filter((name) => name.includes('.mine-'));
  return kept.map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/** Puts everything back, so that the next test finds an untouched demo. */
async function forget(section: SectionId, language: Language): Promise<void> {
  const { api } = await activated();
  await run('workbench.action.revertAndCloseActiveEditor');
  const copy = await api.demos.copy(section, language);
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(copy, '..'), { recursive: true });
}
