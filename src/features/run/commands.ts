import { Disposable, l10n } from 'vscode';
import { demoFrom, openDemo } from '../course/demos';
import { registerCommand } from '../ids';
import { start, type RunParts } from './start';
import { documentFrom } from './target';

export function register(parts: RunParts): Disposable {
  return Disposable.from(
    registerCommand('asyncTutor.runWithTimeline', async (file) => start(parts, await documentFrom(file))),
    registerCommand('asyncTutor.runDemo', async (section, language) => {
      const demo = await demoFrom(section, language, l10n.t('Which demo would you like to run?'));
      return demo && start(parts, await openDemo(parts.demos, demo));
    }),
    registerCommand('asyncTutor.stopRun', () => parts.runner.stop()),
  );
}
