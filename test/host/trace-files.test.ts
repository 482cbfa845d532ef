import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import * as vscode from 'vscode';
import { readTraceFile } from '../../src/features/timeline/trace-files';
import { activated, unsaved } from './support';

const span = { state: 'running', start: 0, end: 1, line: 1, on: null };
const lane = {
  ...{ id: 1, name: '<script>alert(1)</script>', kind: 'task', parent: null, line: 1, created: 0, ended: 1 },
  ...{ outcome: 'done', spans: [span], calls: [] },
};
const trace = {
  ...{ version: 1, language: 'python', file: '/elsewhere/a.py', clock: 'real', duration: 1 },
  ...{ exit: { code: 0, reason: 'completed' }, lanes: [lane], loop: [], marks: [], findings: [] },
};

describe('trace files', () => {
  let folder: vscode.Uri;

  before(async () => {
    const { api } = await activated();
    folder = vscode.Uri.joinPath(api.context.globalStorageUri, 'trace-files-test');
  });

  after(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const write = async (text: string): Promise<vscode.Uri> => {
    const file = vscode.Uri.joinPath(folder, 'saved.trace.json');
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
    return file;
  };

  for (const language of ['python', 'javascript'] as const) {
    it(`are opened as they were saved from a ${language} program`, async () => {
      const { api } = await activated();
      const text = language === 'python' ? 'print("hello")\n' : "console.log('hello');\n";
      await vscode.commands.executeCommand('asyncTutor.runWithTimeline', (await unsaved(language, text)).uri);
      const [shown] = api.panel.runs;
      assert.ok(shown);
      const opened = await readTraceFile(await write(JSON.stringify(shown.trace)));
      assert.ok(opened);
      assert.deepEqual(opened.trace, JSON.parse(JSON.stringify(shown.trace)));
      assert.equal(opened.title.file, null, 'a trace leads to no program outside of the open folder');
      api.panel.show(opened);
      assert.deepEqual(api.panel.runs, [opened]);
    });
  }

  it('may have any name in them', async () => {
    const opened = await readTraceFile(await write(JSON.stringify(trace)));
    assert.equal(opened?.trace.lanes[0]?.name, lane.name);
    assert.equal(opened.title.file, null);
  });

  const broken: Readonly<Record<string, string>> = {
    'a cut one': JSON.stringify(trace).slice(0, 200),
    'negative times': JSON.stringify({ ...trace, lanes: [{ ...lane, spans: [{ ...span, start: -5 }] }] }),
    'a lane that is its own parent': JSON.stringify({ ...trace, lanes: [{ ...lane, parent: 1 }] }),
    'a million lanes': JSON.stringify({
      ...trace,
      lanes: Array.from({ length: 1_000_000 }, (_, index) => ({ id: index + 1 })),
    }),
    'no trace at all': '[]',
    nothing: '',
  };
  for (const [what, text] of Object.entries(broken)) {
    it(`are refused with a sentence: ${what}`, async () => {
      assert.equal(await readTraceFile(await write(text)), undefined);
    });
  }

  it('are refused with a sentence: one larger than any trace, unread', async () => {
    const file = await write('');
    truncateSync(file.fsPath, 400_000_001);
    assert.equal(await readTraceFile(file), undefined);
  });

  it('that are not there are refused too', async () => {
    assert.equal(await readTraceFile(vscode.Uri.joinPath(folder, 'nowhere.json')), undefined);
  });
});
