import { l10n, window, type ExtensionContext, type TextDocument } from 'vscode';
import { progressOf } from '../../core/course/progress';
import type { TimelinePanel } from '../../timeline/panel';
import type { DemoFiles } from '../course/demo-files';
import { predict } from '../course/predict';
import type { ProgressStore } from '../course/progress-store';
import type { LastRun } from './last-run';
import type { Finished, Runner } from './runner';
import { prepare } from './target';
import { explainTrust, mayRun } from './trust';

/** What running a program touches. */
export interface RunParts {
  readonly context: ExtensionContext;
  readonly runner: Runner;
  readonly panel: TimelinePanel;
  readonly demos: DemoFiles;
  readonly progress: ProgressStore;
  readonly last: LastRun;
}

/** Runs a document with its timeline, a demo after its question; undefined when it was not run, which is then said. */
export async function start(
  { context, runner, demos, progress, last }: RunParts,
  document: TextDocument | undefined,
): Promise<Finished | undefined> {
  if (document === undefined) {
    refuse(l10n.t('Open a Python, TypeScript or JavaScript file first.'));
    return undefined;
  }
  if (!mayRun(document.uri, demos)) {
    await explainTrust();
    return undefined;
  }
  const section = demos.sectionOf(document.uri);
  const unanswered = section !== undefined && progressOf(progress.progress, section).answer === null;
  if (unanswered && (await predict(progress, section)) === undefined) {
    return undefined;
  }
  const target = await prepare(document, context.globalStorageUri);
  if (typeof target === 'string') {
    refuse(target);
    return undefined;
  }
  await last.remember(target.document);
  return runner.run(target);
}

function refuse(sentence: string): void {
  void window.showWarningMessage(sentence);
}
