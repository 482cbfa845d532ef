import { commands, l10n, window, workspace, type Uri } from 'vscode';
import type { DemoFiles } from '../course/demo-files';

/** True when a file may be run: in a trusted folder anything, elsewhere the learner's copies of the demos alone. */
export function mayRun(
  file: Uri,
  demos: Pick<DemoFiles, 'contains'>,
  trusted = workspace.isTrusted,
): boolean {
  return trusted || demos.contains(file);
}

/** Says why a file does not run, and offers the way out. */
export async function explainTrust(): Promise<void> {
  const manage = l10n.t('Manage Workspace Trust');
  const message = l10n.t('This folder is not trusted yet, so its programs are not run.');
  if ((await window.showWarningMessage(message, manage)) === manage) {
    await commands.executeCommand('workbench.trust.manage');
  }
}
