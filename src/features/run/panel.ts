import { commands, Disposable, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import { isSectionId } from '../../core/course/outline';
import { timelineViewType } from '../../timeline/panel';
import { placeUri } from '../../timeline/place-uri';
import type { FromView, Place } from '../../timeline/protocol';
import { beforeOf, runOf } from '../../timeline/state';
import { isMistakeId } from '../course/lessons';
import { registerCommand } from '../ids';
import { showBoth } from '../timeline/compare';
import { KeptRuns } from '../timeline/kept-runs';
import { start, type RunParts } from './start';

/** Does what the learner asks for in the timeline panel. Who closes the panel is done with the run. */
export function register(parts: RunParts): Disposable {
  const { panel, runner } = parts;
  const keptRuns = new KeptRuns(parts.context);
  return Disposable.from(
    panel.onDidAsk((message) => answer(parts, message)),
    panel.onDidClose(() => runner.stop()),
    panel.onDidShow(async (runs) => {
      for (const run of runs) {
        await keptRuns.keep(run);
      }
    }),
    registerCommand('asyncTutor.showTimeline', () => {
      panel.reveal(false);
    }),
    window.registerWebviewPanelSerializer(timelineViewType, {
      async deserializeWebviewPanel(kept, state) {
        if (panel.isOpen) {
          kept.dispose();
          return;
        }
        panel.adopt(kept);
        const [run, before] = await Promise.all(
          [runOf(state), beforeOf(state)].map((id) => keptRuns.read(id)),
        );
        if (run !== undefined && panel.isUnused) {
          if (before === undefined) {
            panel.show(run);
          } else {
            showBoth(panel, before, run);
          }
        }
      },
    }),
  );
}

async function answer(parts: RunParts, message: FromView): Promise<void> {
  switch (message.type) {
    case 'stop':
      await parts.runner.stop();
      break;
    case 'run-again':
      await start(parts, await workspace.openTextDocument(Uri.parse(message.file)));
      break;
    case 'reveal':
      await reveal(message.file, message.place);
      break;
    case 'lesson':
      await (isSectionId(message.section) &&
        commands.executeCommand('asyncTutor.openLesson', message.section));
      break;
    case 'explain':
      await (isMistakeId(message.mistake) &&
        commands.executeCommand('asyncTutor.explainMistake', message.mistake));
      break;
    case 'ready':
    case 'compare-with':
    case 'share':
    case 'run-fixed':
    case 'moment':
    case 'drawn':
      break;
  }
}

/** Shows a place of a program where its document is on screen already, else in the first column. */
async function reveal(program: string, place: Place): Promise<void> {
  const document = placeUri(program, place);
  if (document === undefined) {
    return;
  }
  const shown = window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === document.toString(),
  );
  const opened = shown?.document ?? (await workspace.openTextDocument(document));
  const range = opened.lineAt(Math.min(Math.max(place.line, 1), opened.lineCount) - 1).range;
  await window.showTextDocument(opened, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preview: false,
    selection: new Range(range.start, range.start),
  });
}
