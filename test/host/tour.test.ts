import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sections } from '../../src/core/course/outline';
import { Tour } from '../../src/features/course/tour/tour';
import { activated } from './support';

describe('the tour of a demo', () => {
  let tour: Tour;

  before(() => {
    tour = new Tour();
  });

  after(async () => {
    tour.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const language of ['python', 'typescript'] as const) {
    it(`stops at every note’s line, forth and back, in ${language}`, async () => {
      const { api } = await activated();
      const demo = { section: '1.1', language } as const;
      await api.demos.startOver('1.1', language);
      const document = await vscode.workspace.openTextDocument(await api.demos.copy('1.1', language));
      const { notes } = sections['1.1'];
      await tour.begin(demo, document);
      for (const [place, note] of notes[language].entries()) {
        assert.equal(tour.place, place);
        const line = vscode.window.activeTextEditor?.selection.active.line ?? -1;
        assert.ok(document.lineAt(line).text.includes(note.anchor), note.anchor);
        await tour.go(1);
      }
      assert.equal(tour.section, undefined);
      await tour.begin(demo, document);
      await tour.go(1);
      await tour.go(-1);
      await tour.go(-1);
      assert.equal(tour.place, 0);
    });
  }

  it('finds a note’s line again after the learner has edited above it', async () => {
    const { api } = await activated();
    const document = await vscode.workspace.openTextDocument(await api.demos.copy('1.1', 'python'));
    await tour.begin({ section: '1.1', language: 'python' }, document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# mine\n# mine\n');
    await vscode.workspace.applyEdit(edit);
    await tour.go(1);
    await tour.go(-1);
    const line = vscode.window.activeTextEditor?.selection.active.line ?? -1;
    const anchor = sections['1.1'].notes.python[0]?.anchor;
    assert.ok(anchor);
    assert.ok(document.lineAt(line).text.includes(anchor));
    await document.save();
    await api.demos.startOver('1.1', 'python');
  });
});
