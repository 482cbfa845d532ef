import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sectionIds } from '../../src/core/course/outline';
import { isDone } from '../../src/core/course/progress';
import { ProgressStore } from '../../src/features/course/progress-store';
import { activated, until } from './support';

const global = vscode.ConfigurationTarget.Global;

describe('the course', () => {
  before(async () => {
    const { api } = await activated();
    await api.progress.reset(sectionIds);
    await vscode.workspace.getConfiguration('asyncTutor').update('language', 'python', global);
  });

  after(async () => {
    await vscode.workspace.getConfiguration('asyncTutor').update('language', undefined, global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens its walkthrough', async () => {
    await vscode.commands.executeCommand('asyncTutor.openWalkthrough');
    await until('the walkthrough', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label);
  });

  it('opens the quick reference', async () => {
    await vscode.commands.executeCommand('asyncTutor.quickReference');
    await until(
      'the page',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.match(/quick-reference/)?.[0],
    );
  });

  it('opens a demo as a copy of the learner', async () => {
    const { extension } = await activated();
    await vscode.commands.executeCommand('asyncTutor.openDemo', '1.2');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.ok(document.fileName.endsWith('demo.py'), document.fileName);
    assert.ok(!document.fileName.startsWith(extension.extensionPath));
  });

  it('says so when a copy cannot be written, and leaves what is in its place', async () => {
    const { api } = await activated();
    const place = vscode.Uri.joinPath(await api.demos.copy('1.3', 'python'), '..');
    await vscode.workspace.fs.delete(place, { recursive: true });
    await vscode.workspace.fs.writeFile(place, Buffer.from('mine'));
    try {
      assert.equal(await vscode.commands.executeCommand('asyncTutor.openDemo', '1.3', 'python'), undefined);
      assert.equal(await text(place), 'mine');
    } finally {
      await vscode.workspace.fs.delete(place);
    }
  });

  it('keeps what the learner wrote when a demo starts over', async () => {
    const { api } = await activated();
    const copy = await api.demos.copy('1.4', 'typescript');
    const shipped = await text(copy);
    await vscode.workspace.fs.writeFile(copy, Buffer.from('// mine\n'));
    assert.equal((await api.demos.copy('1.4', 'typescript')).toString(), copy.toString());
    assert.equal(await text(copy), '// mine\n');
    const kept = await api.demos.startOver('1.4', 'typescript');
    assert.ok(kept);
    assert.equal(await text(kept), '// mine\n');
    assert.equal(await text(copy), shipped);
    assert.equal(await api.demos.startOver('1.4', 'typescript'), undefined);
  });

  for (const language of ['python', 'typescript'] as const) {
    it(`completes a section when its demo has run to its end, in ${language}`, async () => {
      const { api } = await activated();
      await api.progress.reset(sectionIds);
      await api.progress.answered('1.2', language, 1);
      assert.equal(isDone(api.progress.progress, '1.2'), false);
      const run = vscode.commands.executeCommand('asyncTutor.runDemo', '1.2', language);
      await until('the section to be done', () => isDone(api.progress.progress, '1.2') || undefined);
      await run;
      assert.deepEqual(
        sectionIds.filter((id) => isDone(api.progress.progress, id)),
        ['1.2'],
      );
    });
  }

  it('remembers progress in the editor, and forgets it on request', async () => {
    const { api } = await activated();
    await api.progress.ran('1.4');
    const restarted = new ProgressStore(api.context.globalState);
    assert.equal(isDone(restarted.progress, '1.4'), true);
    await vscode.commands.executeCommand('asyncTutor.resetProgress', '1.4');
    const again = new ProgressStore(api.context.globalState);
    assert.equal(isDone(again.progress, '1.4'), false);
    restarted.dispose();
    again.dispose();
  });
});

describe('two windows at once', () => {
  it('forget in both what was forgotten in one, once the other is looked at', async () => {
    const { api } = await activated();
    await api.progress.reset(sectionIds);
    const here = new ProgressStore(api.context.globalState);
    await here.ran('1.2');
    const there = new ProgressStore(api.context.globalState);
    await here.reset(['1.2']);
    await there.refresh();
    assert.equal(isDone(there.progress, '1.2'), false);
    await there.ran('1.4');
    await here.refresh();
    assert.deepEqual(
      sectionIds.filter((id) => isDone(here.progress, id)),
      ['1.4'],
    );
    here.dispose();
    there.dispose();
    await api.progress.reset(sectionIds);
  });

  it('forget in both what one forgot while a program ran in the other', async () => {
    const { api } = await activated();
    await api.progress.reset(sectionIds);
    const here = new ProgressStore(api.context.globalState);
    await here.ran('1.2');
    const there = new ProgressStore(api.context.globalState);
    await here.reset(['1.2']);
    await there.ran('1.4');
    await here.refresh();
    for (const store of [here, there]) {
      assert.deepEqual(
        sectionIds.filter((id) => isDone(store.progress, id)),
        ['1.4'],
      );
      store.dispose();
    }
    await api.progress.reset(sectionIds);
  });

  it('know all again when settings sync brings what another machine knew', async () => {
    const { api } = await activated();
    await api.progress.reset(sectionIds);
    const here = new ProgressStore(api.context.globalState);
    await here.ran('1.2');
    const key = 'asyncTutor.progress';
    const synced = { '1.4': { ran: Date.now() + 1, answers: {}, forgotten: 0 } };
    await api.context.globalState.update(key, synced);
    await here.refresh();
    const later = new ProgressStore(api.context.globalState);
    for (const store of [here, later]) {
      assert.deepEqual(
        sectionIds.filter((id) => isDone(store.progress, id)),
        ['1.2', '1.4'],
      );
      store.dispose();
    }
    await api.progress.reset(sectionIds);
  });

  it('keep what is done in either', async () => {
    const { api } = await activated();
    await api.progress.reset(sectionIds);
    const here = new ProgressStore(api.context.globalState);
    const there = new ProgressStore(api.context.globalState);
    await here.ran('1.2');
    await there.ran('1.4');
    const later = new ProgressStore(api.context.globalState);
    assert.deepEqual(
      sectionIds.filter((id) => isDone(later.progress, id)),
      ['1.2', '1.4'],
    );
    for (const store of [here, there, later]) {
      store.dispose();
    }
    await api.progress.reset(sectionIds);
  });
});

async function text(file: vscode.Uri): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(file)).toString();
}
