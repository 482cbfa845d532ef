import {
  commands,
  l10n,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { predictionOf, sections, type Change } from '../../core/course/outline';
import { registerCommand } from '../ids';
import { start, type RunParts } from '../run/start';
import type { Demo } from './demo-files';
import { demoFrom, openDemo } from './demos';
import { askPrediction } from './predict';

/** "Change one thing": predict again what the demo does after one edit, make the edit, run, and see. */
export function register(parts: RunParts): Disposable {
  return registerCommand('asyncTutor.changeOneThing', async (section, language) => {
    const demo = await demoFrom(
      section,
      language,
      l10n.t('In which demo would you like to change one thing?'),
    );
    await (demo && changeOneThing(parts, demo));
  });
}

async function changeOneThing(parts: RunParts, demo: Demo): Promise<void> {
  const document = await openDemo(parts.demos, demo);
  const change = sections[demo.section].changes.find((one) => placeOf(document, one, demo) !== undefined);
  if (change === undefined) {
    await offerToStartOver(demo);
    return;
  }
  const place = placeOf(document, change, demo);
  if (place !== undefined) {
    await window.showTextDocument(document, { selection: place, preview: false });
  }
  const asked = await askPrediction(predictionOf(change, demo.language), change.task);
  if (asked !== undefined && (await makeChange(document, change, demo))) {
    await start(parts, document, asked);
  }
}

function placeOf(document: TextDocument, change: Change, { language }: Demo): Range | undefined {
  const { from } = change.edit[language];
  const at = document.getText().indexOf(from);
  return at === -1 ? undefined : new Range(document.positionAt(at), document.positionAt(at + from.length));
}

/** Lets the learner type the change, or types it where they have not; false when they turned back. */
async function makeChange(document: TextDocument, change: Change, demo: Demo): Promise<boolean> {
  const forMe = l10n.t('Change It for Me and Run');
  const myself = l10n.t('I Changed It: Run');
  const picked = await window.showInformationMessage(change.task, forMe, myself);
  const place = placeOf(document, change, demo);
  if (picked === forMe && place !== undefined) {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, place, change.edit[demo.language].to);
    return workspace.applyEdit(edit);
  }
  return picked !== undefined;
}

async function offerToStartOver({ section, language }: Demo): Promise<void> {
  const over = l10n.t('Start Over');
  const message = l10n.t('This demo has been changed already. Start it over to change one thing at a time.');
  if ((await window.showInformationMessage(message, over)) === over) {
    await commands.executeCommand('asyncTutor.startOver', section, language);
  }
}
