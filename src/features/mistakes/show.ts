import { window, ViewColumn, workspace, type Disposable, type ExtensionContext } from 'vscode';
import { examplesIn } from '../../core/mistakes/page';
import { tellKept } from '../course/demos';
import { demoLanguage } from '../course/language';
import { mistakeFrom, mistakePage } from '../course/lessons';
import { fileEndings, registerCommand } from '../ids';
import { start, type RunParts } from '../run/start';

/** "Show me on a timeline": runs a minimal program with a mistake, as a copy that the learner may change. */
export function register({ extensionUri }: ExtensionContext, run: RunParts): Disposable {
  return registerCommand('asyncTutor.showMistake', async (argument, wanted) => {
    const mistake = await mistakeFrom(argument);
    const language = mistake && (await demoLanguage(wanted));
    if (mistake === undefined || language === undefined) {
      return undefined;
    }
    const page = await workspace.fs.readFile(mistakePage(extensionUri, mistake));
    const examples = examplesIn(Buffer.from(page).toString('utf8'));
    const shown = examples[language] === undefined ? 'python' : language;
    const program = examples[shown]?.wrong;
    if (program === undefined) {
      throw new Error(`The page of ${mistake} has no program.`);
    }
    const name = `${mistake}.${fileEndings[shown] ?? 'txt'}`;
    const { copy, kept } = await run.demos.program(`mistakes/${name}`, program);
    const document = await workspace.openTextDocument(copy);
    await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
    if (kept !== undefined) {
      void tellKept(kept);
    }
    return start(run, document);
  });
}
