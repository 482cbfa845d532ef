import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Finished } from '../../src/features/run/runner';
import { isSectionId } from '../../src/core/course/outline';
import { catalogue, mistakeIds } from '../../src/core/mistakes/catalogue';
import { activated, diagnosticsOf, printed, unsaved } from './support';

const python = `import asyncio
import time


async def nap() -> None:
    time.sleep(1)
    await asyncio.sleep(1)


asyncio.run(nap())
`;

describe('a finding', () => {
  before(activated);

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('explains itself in a hover, which leads to page, lesson and timeline', async () => {
    const document = await unsaved('python', python);
    const [found] = await diagnosticsOf(document, 1);
    assert.ok(found);
    const text = await hoverAt(document, found.range.start);
    const { title, why, mend, section } = catalogue['blocking-call'];
    for (const words of [title, why, mend]) {
      assert.ok(text.includes(words), text);
    }
    const lesson = isSectionId(section) ? ['openLesson'] : [];
    for (const command of ['showMistake', 'explainMistake', ...lesson]) {
      assert.ok(text.includes(`command:asyncTutor.${command}`), command);
    }
    assert.equal((await hoverAt(document, new vscode.Position(0, 0))).includes(why), false);
  });

  it('has a page for every mistake, which opens as a preview', async () => {
    for (const id of mistakeIds) {
      await vscode.commands.executeCommand('asyncTutor.explainMistake', id);
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      assert.match(tab?.label ?? '', new RegExp(`${id}\\.md`));
      assert.ok(!(tab?.input instanceof vscode.TabInputText), 'as source');
    }
  });

  for (const [language, ending] of [
    ['python', '.py'],
    ['typescript', '.ts'],
  ] as const) {
    it(`runs as a minimal program in ${language}, which the learner may change`, async () => {
      const { api } = await activated();
      const finished = await show('missing-await', language);
      const file = finished.target.document;
      assert.ok(file.path.endsWith(`/missing-await${ending}`), file.path);
      assert.ok(api.demos.contains(file));
      assert.match(printed(finished), /^saved\?/);
      const document = await vscode.workspace.openTextDocument(file);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(file, new vscode.Position(0, 0), language === 'python' ? '# mine\n' : '// mine\n');
      await vscode.workspace.applyEdit(edit);
      assert.ok(document.isDirty);
      await show('missing-await', language);
      const kept = vscode.Uri.joinPath(file, '..', `missing-await.mine-1${ending}`);
      assert.match(Buffer.from(await vscode.workspace.fs.readFile(kept)).toString(), /mine/);
      assert.doesNotMatch(Buffer.from(await vscode.workspace.fs.readFile(file)).toString(), /mine/);
    });
  }

  it('runs in Python where the other language has no such mistake', async () => {
    const finished = await show('repeated-runner', 'typescript');
    assert.equal(finished.target.language, 'python');
    assert.equal(printed(finished), 'Ada has eaten\nBen has eaten\n');
  });
});

async function hoverAt(document: vscode.TextDocument, place: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

async function show(mistake: string, language: string): Promise<Finished> {
  const finished = await vscode.commands.executeCommand<Finished | undefined>(
    'asyncTutor.showMistake',
    mistake,
    language,
  );
  assert.ok(finished, 'It was not run.');
  return finished;
}
