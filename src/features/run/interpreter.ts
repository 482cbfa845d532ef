import { commands, env, l10n, Uri, window, workspace, type OutputChannel } from 'vscode';
import { findPython, noPython, ownNode, pythonCandidates, usablePython } from '../../core/run/interpreters';
import type { Language } from '../../core/language';
import { setting } from '../ids';
import { selectedInterpreter } from './python-extension';
import type { Target } from './target';

/** Command line that starts an interpreter, and what it needs in its environment. */
export interface Interpreter {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Finds what runs a program. Undefined when there is nothing, which the learner has then been told. */
export function findInterpreter(target: Target, output: OutputChannel): Promise<Interpreter | undefined> {
  const find: Readonly<Record<Language, () => Promise<Interpreter | undefined>>> = {
    typescript: () => Promise.resolve(ownNode()),
    python: async () => {
      const command = await pythonFor(target.document, output);
      if (command === undefined) {
        void explainMissingPython();
        return undefined;
      }
      return { command, env: {} };
    },
  };
  return find[target.language]();
}

/** The Python extension's choice, else the setting, else what the system has. */
async function pythonFor(document: Uri, output: OutputChannel): Promise<readonly string[] | undefined> {
  const chosen = [
    workspace.isTrusted ? await selectedInterpreter(document) : undefined,
    setting('python.interpreter', document),
  ];
  for (const path of chosen) {
    if (path) {
      if ((await usablePython([path])) !== undefined) {
        return [path];
      }
      output.appendLine(l10n.t('{0} does not start as Python 3.9 or newer; another is looked for.', path));
    }
  }
  return findPython(pythonCandidates(process.platform));
}

async function explainMissingPython(): Promise<void> {
  const settings = l10n.t('Open Settings');
  const download = l10n.t('Get Python');
  const choice = await window.showErrorMessage(noPython, settings, download);
  if (choice === settings) {
    await commands.executeCommand('workbench.action.openSettings', 'asyncTutor.python.interpreter');
  } else if (choice === download) {
    await env.openExternal(Uri.parse('https://www.python.org/downloads/'));
  }
}
