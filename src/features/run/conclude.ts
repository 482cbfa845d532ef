import { commands, l10n, window, type Disposable } from 'vscode';
import { verdict } from '../course/predict';
import type { RunParts } from './start';

/** After a demo has run to its end: the run counts, and the learner hears how the prediction went. */
export function register({ runner, demos, progress }: RunParts): Disposable {
  return runner.onDidFinish(async ({ target, trace }) => {
    const section = demos.sectionOf(target.document);
    if (section === undefined || trace.exit.reason !== 'completed') {
      return;
    }
    await progress.ran(section);
    const sentence = verdict(progress, section);
    if (sentence === null) {
      return;
    }
    const lesson = l10n.t('Read the Lesson');
    const course = l10n.t('Back to the Course');
    const choice = await window.showInformationMessage(sentence, course, lesson);
    if (choice === lesson) {
      await commands.executeCommand('asyncTutor.openLesson', section);
    } else if (choice === course) {
      await commands.executeCommand('asyncTutor.openWalkthrough');
    }
  });
}
