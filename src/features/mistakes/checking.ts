import { Disposable, l10n, Uri, window, workspace, type ExtensionContext, type OutputChannel } from 'vscode';
import type { TextDocument } from 'vscode';
import type { Review } from '../../core/mistakes/engine';
import { AnalysisClient } from '../../platform/analysis/client';
import type { Found } from './found';
import { longestText } from '../../core/mistakes/source';
import { reviewOf, unitOf, type Unit } from './units';
import { wishesFor } from './wishes';

/** A pause in typing of so many milliseconds starts a check. */
const pauseMs = 150;
const patienceMs = 30_000;

/** What the features that check code share. */
export interface Checking {
  readonly client: AnalysisClient;
  /** Checks a document now; what is found is in `Found` then. */
  check(document: TextDocument): Promise<void>;
  dispose(): void;
}

/** The worker that checks, which says once when it had to be given up. */
function startClient(extensionUri: Uri, log: OutputChannel): AnalysisClient {
  let told = false;
  return new AnalysisClient({
    script: Uri.joinPath(extensionUri, 'dist', 'analysis-worker.js').fsPath,
    translations: l10n.bundle,
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
}

/** Checks what is open: what is visible a breath after each change, the rest when there is nothing else to do. */
export function startChecking(
  { extensionUri }: ExtensionContext,
  found: Found,
  log: OutputChannel,
): Checking {
  const alarms = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const waiting = new Set<TextDocument>();
  const client = startClient(extensionUri, log);
  let resting = true;

  async function check(document: TextDocument): Promise<void> {
    const unit = document.isClosed ? undefined : unitOf(document);
    noteUnsaved(document);
    const wishes = unit && wishesFor(unit.uri);
    if (unit === undefined || wishes === undefined || unit.source.text.length > longestText) {
      found.forget(document.uri);
      return;
    }
    const review = await client.review(unit.source, wishes.silence);
    if (review !== undefined) {
      publish(unit, review);
    }
  }

  /** Rules that look into other files see them as they are in the editor, and look again when that changes. */
  function noteUnsaved(document: TextDocument): void {
    const { uri, isClosed, isDirty } = document;
    const text = isDirty && !isClosed ? document.getText() : undefined;
    if (uri.scheme === 'file' && client.setUnsaved(uri.fsPath, text)) {
      considerOthers(document);
    }
  }

  function publish({ parts, uri }: Unit, review: Review): void {
    const wishes = wishesFor(uri);
    for (const part of parts) {
      const { document, version } = part;
      if (wishes !== undefined && document.version === version && !document.isClosed) {
        const checked = { uri: document.uri, version, positionAt: document.positionAt.bind(document) };
        found.set({ ...reviewOf(review, part), checked, wishes });
      }
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

  /** One at a time, so that a visible document never waits for more than one that is not. */
  async function rest(): Promise<void> {
    resting = false;
    for (const document of waiting) {
      waiting.delete(document);
      await check(document);
    }
    resting = true;
  }

  function consider(document: TextDocument, delay: number): void {
    if (isVisible(document)) {
      schedule(document, delay);
    } else {
      waiting.add(document);
      if (resting) {
        void rest();
      }
    }
  }

  function considerOthers(changed: TextDocument): void {
    for (const { document } of window.visibleTextEditors) {
      if (document !== changed && document.languageId === changed.languageId) {
        consider(document, pauseMs);
      }
    }
  }

  const all = () => {
    for (const document of workspace.textDocuments) {
      consider(document, 0);
    }
  };
  all();
  const subscriptions = Disposable.from(
    workspace.onDidOpenTextDocument((document) => {
      consider(document, 0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      consider(document, pauseMs);
    }),
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) {
        consider(document, 0);
      }
    }),
    workspace.onDidSaveTextDocument(noteUnsaved),
    workspace.onDidCloseTextDocument((document) => {
      clearTimeout(alarms.get(document));
      alarms.delete(document);
      waiting.delete(document);
      noteUnsaved(document);
      found.forget(document.uri);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (
        event.affectsConfiguration('asyncTutor.diagnostics') ||
        event.affectsConfiguration('asyncTutor.mistakes')
      ) {
        all();
      }
    }),
  );
  return {
    client,
    check,
    dispose() {
      subscriptions.dispose();
      for (const alarm of alarms.values()) {
        clearTimeout(alarm);
      }
      void client.dispose();
    },
  };
}

function isVisible(document: TextDocument): boolean {
  return (
    window.visibleTextEditors.some((editor) => editor.document === document) ||
    window.visibleNotebookEditors.some(({ notebook }) =>
      notebook.getCells().some((cell) => cell.document === document),
    )
  );
}
