import * as l10n from '@vscode/l10n';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const answerMs = 10_000;
const oldest = [3, 9] as const;

/** Commands that may start Python on this system, the likeliest first. */
export function pythonCandidates(platform: NodeJS.Platform): readonly (readonly string[])[] {
  return platform === 'win32' ? [['py', '-3'], ['python'], ['python3']] : [['python3'], ['python']];
}

/** The version that an interpreter answers with, or undefined when it does not start or is no Python 3.9 or newer. */
export async function usablePython(command: readonly string[]): Promise<string | undefined> {
  const [program = '', ...options] = command;
  const question = ['-c', 'import sys; print("%d.%d.%d" % sys.version_info[:3])'];
  const answer = promisify(execFile)(program, [...options, ...question], { timeout: answerMs });
  const version = await answer.then(({ stdout }) => stdout.trim()).catch(() => '');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const newEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return newEnough ? version : undefined;
}

/** The first usable Python among the candidates, or undefined when there is none. */
export async function findPython(
  candidates: readonly (readonly string[])[] = pythonCandidates(process.platform),
): Promise<readonly string[] | undefined> {
  for (const candidate of candidates) {
    if ((await usablePython(candidate)) !== undefined) {
      return candidate;
    }
  }
  return undefined;
}

/** What to tell somebody who has no Python. */
export const noPython = l10n.t(
  'No Python 3.9 or newer was found. Install it, or set the path of your interpreter.',
);

/** This very program's Node, also when it is the one inside the editor, and what it needs in its environment. */
export function ownNode(): {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
} {
  const inEditor =
    process.versions['electron'] !== undefined || process.env['ELECTRON_RUN_AS_NODE'] !== undefined;
  return { command: [process.execPath], env: inEditor ? { ELECTRON_RUN_AS_NODE: '1' } : {} };
}
