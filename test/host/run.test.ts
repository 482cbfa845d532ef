import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Finished } from '../../src/features/run/runner';
import { activated, printed, unsaved, until } from './support';

const programs = {
  python:
    'import asyncio\n\n\nasync def main():\n    print("one")\n    await asyncio.sleep(0.2)\n    print("two")\n\n\nasyncio.run(main())\n',
  typescript:
    "async function main(): Promise<void> {\n  console.log('one');\n  await new Promise((done) => setTimeout(done, 200));\n  console.log('two');\n}\nawait main();\n",
  javascript: "console.log('one');\nsetTimeout(() => console.log('two'), 200);\n",
};

describe('running with a timeline', () => {
  before(activated);

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [language, text] of Object.entries(programs)) {
    it(`records an unsaved ${language} program`, async () => {
      const finished = await run(await unsaved(language, text));
      assert.equal(finished.problem, null);
      assert.deepEqual(finished.trace.exit, { code: 0, reason: 'completed' });
      assert.equal(printed(finished), 'one\ntwo\n');
      assert.ok(finished.trace.duration > 150, `${finished.trace.duration} ms`);
    });
  }

  it('runs on the clock of the settings', async () => {
    const settings = vscode.workspace.getConfiguration('asyncTutor.run');
    await settings.update('clock', 'virtual', vscode.ConfigurationTarget.Global);
    try {
      const hour = 'import asyncio\n\nasyncio.run(asyncio.sleep(3600))\n';
      const { trace } = await run(await unsaved('python', hour));
      assert.equal(trace.clock, 'virtual');
      assert.deepEqual(trace.exit, { code: 0, reason: 'completed' });
      assert.ok(Math.abs(trace.duration - 3_600_000) < 1000, `${trace.duration} ms`);
    } finally {
      await settings.update('clock', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('saves a changed file first', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'greeting.py'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'print("changed")\n');
    await vscode.workspace.applyEdit(edit);
    const finished = await run(document);
    assert.equal(document.isDirty, false);
    assert.match(printed(finished), /^changed\n/);
  });

  it('stops a program that never ends', async () => {
    const { api } = await activated();
    const document = await unsaved('python', 'print("begun", flush=True)\nwhile True:\n    pass\n');
    const running = run(document);
    await until('the program', () => api.runner.running || undefined);
    await vscode.commands.executeCommand('asyncTutor.stopRun');
    const finished = await running;
    assert.equal(finished.trace.exit.reason, 'killed');
    assert.ok(finished.problem);
  });

  it('gives way to the next run', async () => {
    const first = run(await unsaved('javascript', 'setInterval(() => {}, 1000);\n'));
    const { api } = await activated();
    await until('the program', () => api.runner.running || undefined);
    const second = await run(await unsaved('javascript', "console.log('second');\n"));
    assert.equal((await first).trace.exit.reason, 'killed');
    assert.equal(printed(second), 'second\n');
  });

  it('ends a program that takes too long or prints without end, and says so', async () => {
    const settings = vscode.workspace.getConfiguration('asyncTutor.run');
    const global = vscode.ConfigurationTarget.Global;
    await settings.update('timeoutSeconds', 1, global);
    await settings.update('outputKilobytes', 8, global);
    try {
      const slow = await run(await unsaved('javascript', 'for (;;);\n'));
      assert.equal(slow.trace.exit.reason, 'timeout');
      assert.ok(slow.problem);
      const loud = await run(await unsaved('python', 'while True:\n    print("again and again")\n'));
      assert.equal(loud.trace.exit.reason, 'output-limit');
      assert.ok(loud.problem);
    } finally {
      await settings.update('timeoutSeconds', undefined, global);
      await settings.update('outputKilobytes', undefined, global);
    }
  });

  it('runs nothing that is no program', async () => {
    const document = await unsaved('markdown', '# Hello\n');
    assert.equal(await vscode.commands.executeCommand('asyncTutor.runWithTimeline', document.uri), undefined);
  });
});

async function run(document: vscode.TextDocument): Promise<Finished> {
  const finished = await vscode.commands.executeCommand<Finished | undefined>(
    'asyncTutor.runWithTimeline',
    document.uri,
  );
  assert.ok(finished, 'It was not run.');
  return finished;
}
