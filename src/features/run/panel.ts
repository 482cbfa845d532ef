import { commands, Disposable, Range, ViewColumn, window, workspace, type Uri } from 'vscode';
import type { FromView } from '../../timeline/protocol';
import { timelineViewType } from '../../timeline/panel';
import { registerCommand } from '../ids';
import { start, type RunParts } from './start';

/** Does what the learner asks for in the timeline panel. Who closes the panel is done with the run. */
export function register(parts: RunParts): Disposable {
  const { panel, runner } = parts;
  return Disposable.from(
    panel.onDidAsk((message) => answer(parts, message)),
    panel.onDidClose(() => runner.stop()),
    registerCommand('asyncTutor.showTimeline', () => {
      panel.reveal();
    }),
    window.registerWebviewPanelSerializer(timelineViewType, {
      deserializeWebviewPanel(kept) {
        panel.adopt(kept);
        return Promise.resolve();
      },
    }),
  );
}

async function answer(parts: RunParts, message: FromView): Promise<void> {
  const document = parts.last.document;
  switch (message.type) {
    case 'stop':
      await parts.runner.stop();
      break;
    case 'run-again':
      await start(parts, document && (await workspace.openTextDocument(document)));
      break;
    case 'reveal':
      await (document && reveal(document, message.line));
      break;
    case 'lesson':
      await commands.executeCommand('asyncTutor.openLesson', message.section);
      break;
    case 'ready':
      break;
  }
}

/** Shows a line, counted from 1, where its document is on screen already, else in the first column. */
async function reveal(document: Uri, line: number): Promise<void> {
  const shown = window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === document.toString(),
  );
  const opened = shown?.document ?? (await workspace.openTextDocument(document));
  const range = opened.lineAt(Math.min(Math.max(line, 1), opened.lineCount) - 1).range;
  await window.showTextDocument(opened, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preview: false,
    selection: new Range(range.start, range.start),
  });
}
