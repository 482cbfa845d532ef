import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { defaults, setting } from '../../src/features/ids';
import { mayRun } from '../../src/features/run/trust';
import { activated } from './support';

describe('settings', () => {
  for (const [id, value] of Object.entries(defaults)) {
    it(`has the manifest's default for ${id}`, () => {
      assert.deepEqual(vscode.workspace.getConfiguration('asyncTutor').inspect(id)?.defaultValue, value);
    });
  }
});

describe('a setting with a value that it does not have', () => {
  it('counts as not set', async () => {
    const settings = vscode.workspace.getConfiguration('asyncTutor');
    const global = vscode.ConfigurationTarget.Global;
    await settings.update('run.clock', 'sundial', global);
    try {
      assert.equal(setting('run.clock'), 'real');
    } finally {
      await settings.update('run.clock', undefined, global);
    }
  });
});

describe('trust', () => {
  it('lets an untrusted folder run the learner’s demos and nothing else', async () => {
    const { api } = await activated();
    const demo = await api.demos.copy('1.1', 'python');
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const own = vscode.Uri.joinPath(folder.uri, 'greeting.py');
    assert.equal(mayRun(own, api.demos, false), false);
    assert.equal(mayRun(demo, api.demos, false), true);
    assert.equal(mayRun(vscode.Uri.joinPath(demo, '../../../../escape.py'), api.demos, false), false);
    assert.equal(mayRun(own, api.demos, true), true);
  });
});
