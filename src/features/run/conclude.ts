import { commands, l10n, window, type Disposable } from 'vscode';
import { sections } from '../../core/course/outline';
import type { Asked } from '../course/predict';
import type { CommandId } from '../ids';
import type { RunParts } from './start';

/** After a demo has run to its end: the run counts, and the learner hears how the prediction went. */
export function register({ runner, demos, progress }: RunParts): Disposable {
  return runner.onDidFinish(async ({ target, trace, asked }) => {
    const demo = demos.demoAt(target.document);
    if (demo === undefined || trace.exit.reason !== 'completed') {
      return;
    }
    const { section, language } = demo;
    await progress.ran(section);
    if (asked === undefined) {
      return;
    }
    const ways = new Map<string, CommandId>([
      [l10n.t('Back to the Course'), 'asyncTutor.openSection'],
      ...(sections[section].changes.length > 0
        ? [[l10n.t('Change One Thing'), 'asyncTutor.changeOneThing'] as const]
        : []),
      [l10n.t('Read the Lesson'), 'asyncTutor.openLesson'],
    ]);
    const choice = await window.showInformationMessage(howItWent(asked), ...ways.keys());
    const command = choice === undefined ? undefined : ways.get(choice);
    await (command && commands.executeCommand(command, section, language));
  });
}

function howItWent({ question: { choices, right, why }, answer }: Asked): string {
  if (answer === null) {
    return l10n.t('The answer to the question is “{0}”. {1}', choices[right] ?? '', why);
  }
  return answer === right
    ? l10n.t('You predicted it. The timeline shows why.')
    : l10n.t('It went another way than you said. The timeline shows both.');
}
