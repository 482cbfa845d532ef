import { Disposable, l10n, Uri, window, workspace, type ExtensionContext, type OutputChannel } from 'vscode';
import type { TextDocument } from 'vscode';
import { AnalysisClient } from '../../platform/analysis/client';
import type { Found } from './found';
import { isChecked, longestText, sourceOf } from './documents';

/** A pause in typing of so many milliseconds starts a check. */
const pauseMs = 200;
const patienceMs = 30_000;

/** Checks the open documents while the learner types; what it finds goes to `found`. */
export function register({ extensionUri }: ExtensionContext, found: Found, log: OutputChannel): Disposable {
  const alarms = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  let told = false;
  const client = new AnalysisClient({
    script: Uri.joinPath(extensionUri, 'dist', 'analysis-worker.js').fsPath,
    patienceMs,
    onProblem({ path, reason, crashed }) {
      log.appendLine(l10n.t('{0} was not checked: {1}', path, reason));
      if (crashed && !told) {
        told = true;
        void window.showWarningMessage(
          l10n.t('Async Tutor could not check {0}. It goes on with the next change.', path),
        );
      }
    },
  });

  async function check(document: TextDocument): Promise<void> {
    const source = isChecked(document) ? sourceOf(document) : undefined;
    if (source === undefined || source.text.length > longestText) {
      found.forget(document);
      if (source !== undefined) {
        log.appendLine(l10n.t('{0} is too large to be checked.', source.path));
      }
      return;
    }
    const { version } = document;
    const review = await client.review(source);
    if (review !== undefined && version === document.version && !document.isClosed) {
      found.set(document, review.findings);
    }
  }

  function schedule(document: TextDocument, delay: number): void {
    clearTimeout(alarms.get(document));
    const alarm = setTimeout(() => {
      alarms.delete(document);
      void check(document);
    }, delay);
    alarms.set(document, alarm);
  }

  const all = () => {
    for (const document of workspace.textDocuments) {
      schedule(document, 0);
    }
  };
  all();
  return Disposable.from(
    workspace.onDidOpenTextDocument((document) => {
      schedule(document, 0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      schedule(document, pauseMs);
    }),
    workspace.onDidCloseTextDocument((document) => {
      clearTimeout(alarms.get(document));
      alarms.delete(document);
      found.forget(document);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('asyncTutor.diagnostics')) {
        all();
      }
    }),
    new Disposable(() => {
      for (const alarm of alarms.values()) {
        clearTimeout(alarm);
      }
      void client.dispose();
    }),
  );
}
