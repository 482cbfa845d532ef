import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in a real VS Code', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension('async-tutor.async-tutor');
    assert.ok(extension, 'The extension is not there.');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that it contributes', async () => {
    const extension = vscode.extensions.getExtension('async-tutor.async-tutor');
    const manifest = extension?.packageJSON as { contributes: { commands?: { command: string }[] } };
    const contributed = manifest.contributes.commands?.map(({ command }) => command) ?? [];
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});
