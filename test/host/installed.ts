import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Activates the extension that was installed from the VSIX; rejects when it is not that one, or does not activate. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('async-tutor.async-tutor');
  assert.ok(extension, 'The extension is not installed.');
  const installed = process.env['ASYNC_TUTOR_INSTALLED_IN'];
  assert.ok(
    installed && extension.extensionPath.startsWith(installed),
    `It runs from ${extension.extensionPath}.`,
  );
  await extension.activate();
  assert.equal(extension.isActive, true);
}
