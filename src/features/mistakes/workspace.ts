import { Disposable, l10n, ProgressLocation, Uri, window, workspace, type OutputChannel } from 'vscode';
import { commands, type CancellationToken } from 'vscode';
import { languageOf } from '../../core/language';
import { registerCommand } from '../ids';
import { openDocumentAt } from '../open-documents';
import type { Checking } from './checking';
import type { Found } from './found';
import { positionsOf } from './positions';
import { longestText } from '../../core/mistakes/source';
import { wishesFor } from './wishes';

/** What a check of the workspace came to. */
export interface WorkspaceReport {
  readonly files: number;
  readonly findings: number;
}

const sourceFiles = '**/*.{py,pyw,ts,tsx,mts,cts,js,jsx,mjs,cjs}';

/**
 * "Check the Workspace": the files of the open folders, without what git ignores. Their findings stay in the Problems
 * panel, and follow the files as they change on disk.
 */
export function register(checking: Checking, found: Found, log: OutputChannel): Disposable {
  const covered = new Map<string, Uri>();
  let watching: Disposable | undefined;

  /** Checks a file, as it is in the editor where it is open. */
  async function checkFile(uri: Uri): Promise<void> {
    const open = openDocumentAt(uri);
    if (open !== undefined) {
      await checking.check(open);
      return;
    }
    const language = languageOf(uri.fsPath);
    const wishes = wishesFor(uri);
    const text = language && wishes && (await textOf(uri, log));
    if (language === undefined || wishes === undefined || text === undefined) {
      found.forget(uri);
      return;
    }
    const review = await checking.client.review({ path: uri.fsPath, language, text }, wishes.silence);
    if (review !== undefined && openDocumentAt(uri) === undefined) {
      found.set({ ...review, wishes, checked: { uri, positionAt: positionsOf(text) } });
    }
  }

  function watch(): Disposable {
    const watcher = workspace.createFileSystemWatcher(sourceFiles);
    const again = (uri: Uri) => {
      if (covered.has(uri.toString()) && openDocumentAt(uri) === undefined) {
        void checkFile(uri);
      }
    };
    return Disposable.from(
      watcher,
      watcher.onDidChange(again),
      watcher.onDidDelete((uri) => {
        covered.delete(uri.toString());
        found.forget(uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        again(uri);
      }),
    );
  }

  async function checkAll(
    files: readonly Uri[],
    stop: CancellationToken,
    tell: (file: Uri) => void,
  ): Promise<WorkspaceReport> {
    watching ??= watch();
    let checked = 0;
    let findings = 0;
    checking.client.setUpcoming(files.map(({ fsPath }) => fsPath));
    for (const file of files) {
      if (stop.isCancellationRequested) {
        break;
      }
      tell(file);
      covered.set(file.toString(), file);
      await checkFile(file);
      checked++;
      findings += found.at(file)?.findings.length ?? 0;
    }
    checking.client.setUpcoming([]);
    return { files: checked, findings };
  }

  return Disposable.from(
    new Disposable(() => {
      watching?.dispose();
    }),
    workspace.onDidChangeConfiguration(async (event) => {
      if (
        event.affectsConfiguration('asyncTutor.mistakes') ||
        event.affectsConfiguration('asyncTutor.diagnostics')
      ) {
        for (const uri of covered.values()) {
          await (openDocumentAt(uri) === undefined ? checkFile(uri) : undefined);
        }
      }
    }),
    registerCommand('asyncTutor.checkWorkspace', async () => {
      const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
      if (folders.length === 0) {
        void window.showInformationMessage(l10n.t('Open a folder first: its files are checked.'));
        return undefined;
      }
      const title = l10n.t('Looking for async mistakes');
      const report = await window.withProgress(
        { location: ProgressLocation.Notification, title, cancellable: true },
        async (progress, stop) => {
          const sources = await checking.client.sources(folders.map(({ uri }) => uri.fsPath));
          const files = (sources?.files ?? []).map((file) => Uri.file(file));
          return checkAll(files, stop, (file) => {
            progress.report({ message: workspace.asRelativePath(file), increment: 100 / files.length });
          });
        },
      );
      void tell(report);
      return report;
    }),
  );
}

async function textOf(uri: Uri, log: OutputChannel): Promise<string | undefined> {
  try {
    const text = Buffer.from(await workspace.fs.readFile(uri)).toString('utf8');
    return text.length > longestText || text.includes('\0') ? undefined : text.replace(/^\uFEFF/, '');
  } catch (error) {
    log.appendLine(l10n.t('{0} was not checked: {1}', uri.fsPath, String(error)));
    return undefined;
  }
}

async function tell({ files, findings }: WorkspaceReport): Promise<void> {
  const show = l10n.t('Show Problems');
  const said =
    findings === 0
      ? await window.showInformationMessage(l10n.t('No async mistakes were found in {0} files.', files))
      : await window.showInformationMessage(
          l10n.t('{0} async mistakes were found in {1} files.', findings, files),
          show,
        );
  if (said === show) {
    await commands.executeCommand('workbench.actions.view.problems');
  }
}
