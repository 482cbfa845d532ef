import { l10n, window, type ExtensionContext, type TextDocument } from 'vscode';
import type { TimelinePanel } from '../../timeline/panel';
import type { DemoFiles } from '../course/demo-files';
import { lastAsked, predict, type Asked } from '../course/predict';
import type { ProgressStore } from '../course/progress-store';
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
}

/**
 * Runs a document with its timeline; undefined when it was not run, which is then said. A demo that reads as it was
 * installed is run after its question, unless a question was `asked` already.
 */
export async function start(
  { context, runner, demos, progress }: RunParts,
  document: TextDocument | undefined,
  asked?: Asked,
): Promise<Finished | undefined> {
  if (document === undefined) {
    refuse(l10n.t('Open a Python, TypeScript or JavaScript file first.'));
    return undefined;
  }
  if (!mayRun(document.uri, demos)) {
    await explainTrust();
    return undefined;
  }
  const demo = demos.demoAt(document.uri);
  const asks =
    asked === undefined && demo !== undefined && (await demos.isAsInstalled(demo, document.getText()));
  const said = asks
    ? (lastAsked(progress, demo.section, demo.language) ??
      (await predict(progress, demo.section, demo.language)))
    : asked;
  if (asks && said === undefined) {
    return undefined;
  }
  const target = await prepare(document, context.globalStorageUri);
  if (typeof target === 'string') {
    refuse(target);
    return undefined;
  }
  return runner.run(target, said);
}

function refuse(sentence: string): void {
  void window.showWarningMessage(sentence);
}
