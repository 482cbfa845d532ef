import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { KeptRuns } from '../../src/features/timeline/kept-runs';
import { stateOf, runOf } from '../../src/timeline/state';
import type { FinishedRun } from '../../src/timeline/protocol';
import { activated, unsaved } from './support';

describe('the timeline panel', () => {
  before(activated);

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('keeps the run that it shows, with the file that it belongs to', async () => {
    const { api } = await activated();
    const kept = new Promise<FinishedRun>((resolve) => {
      api.panel.onDidShow(([run]) => {
        if (run !== undefined) {
          resolve(run);
        }
      });
    });
    const document = await unsaved('javascript', "setTimeout(() => console.log('kept'), 20);\n");
    await vscode.commands.executeCommand('asyncTutor.runWithTimeline', document.uri);
    const run = await kept;
    assert.equal(run.title.file, document.uri.toString());
    const id = runOf(stateOf(run.id));
    assert.ok(id);
    const keptRuns = new KeptRuns(api.context);
    await keptRuns.keep(run);
    assert.deepEqual(await keptRuns.read(id), JSON.parse(JSON.stringify(run)));
    assert.equal(await keptRuns.read('../../elsewhere'), undefined);
    assert.equal(await keptRuns.read('nobody'), undefined);
  });
});
