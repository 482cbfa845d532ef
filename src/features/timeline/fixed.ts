import path from 'node:path';
import { Disposable, l10n, Uri, window, workspace, type ExtensionContext, type TextDocument } from 'vscode';
import { applyEdits, editsOf, selectFixes } from '../../core/mistakes/apply';
import type { Finding, Fix } from '../../core/mistakes/finding';
import type { TraceFinding } from '../../core/trace/trace';
import { needsNeighbours } from '../../timeline/neighbours';
import type { Fixable, FinishedRun } from '../../timeline/protocol';
import { rangeIn, type Found } from '../mistakes/found';
import { tellKept } from '../course/demos';
import { Copies } from '../copies';
import { openDocumentAt } from '../open-documents';
import type { RunParts } from '../run/start';
import type { Target } from '../run/target';
import { explainTrust, mayRun } from '../run/trust';
import { showBoth } from './compare';

/** Offers to run the fixed version of what a run shows, as a copy, and puts both runs above each other. */
export function register(parts: RunParts, found: Found): Disposable {
  const { panel } = parts;
  const versions = new Versions();
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const offer = async () => {
    const offered = await Promise.all(
      panel.runs.map((run) => fixableIn(run, versions.documentOf(run), found)),
    );
    panel.offerFixes(offered.flat());
  };
  const offerSoon = () => {
    clearTimeout(alarm);
    alarm = setTimeout(() => void offer(), 100);
  };
  return Disposable.from(
    panel.onDidShow((runs) => {
      versions.note(runs);
      if (runs.length > 0) {
        offerSoon();
      }
    }),
    found.onDidChange((uri) => {
      if (panel.runs.some(({ title }) => title.file === uri.toString())) {
        offerSoon();
      }
    }),
    panel.onDidAsk(async (message) => {
      const before = panel.runs.find(({ id }) => message.type === 'run-fixed' && id === message.run);
      if (message.type === 'run-fixed' && before !== undefined) {
        await runFixed(parts, found, before, versions.documentOf(before), message.finding);
      }
    }),
    new Disposable(() => {
      clearTimeout(alarm);
    }),
  );
}

async function fixableIn(
  run: FinishedRun,
  document: TextDocument | undefined,
  found: Found,
): Promise<readonly Fixable[]> {
  if (
    document === undefined ||
    needsNeighbours(document.getText(), run.title.language, await beside(document.uri))
  ) {
    return [];
  }
  return run.trace.findings.flatMap((finding, index) =>
    fixesFor(document, finding, found.of(document)).length > 0 ? [{ run: run.id, finding: index }] : [],
  );
}

async function runFixed(
  parts: RunParts,
  found: Found,
  before: FinishedRun,
  document: TextDocument | undefined,
  index: number,
): Promise<void> {
  const finding = before.trace.findings[index];
  if (document === undefined || finding === undefined) {
    void window.showInformationMessage(l10n.t('The program has changed since. Run it again first.'));
    return;
  }
  if (!mayRun(document.uri, parts.demos)) {
    await explainTrust();
    return;
  }
  const fixes = fixesFor(document, finding, found.of(document));
  if (fixes.length === 0) {
    void window.showInformationMessage(l10n.t('The program has changed: there is nothing left to fix here.'));
    return;
  }
  const text = applyEdits(document.getText(), editsOf(fixes));
  const target = await copyOf(document, before, text, parts.context);
  await parts.runner.run(target);
  const after = parts.panel.runs.at(-1);
  if (after?.title.file === target.document.toString()) {
    showBoth(parts.panel, before, after);
  }
}

/** Remembers in which version a document was when its run was shown: a fix for another text would be another program. */
class Versions {
  readonly #byRun = new Map<string, number | undefined>();

  note(runs: readonly FinishedRun[]): void {
    for (const run of runs.filter(({ id }) => !this.#byRun.has(id))) {
      this.#byRun.set(run.id, openDocumentAt(run.title.file)?.version);
    }
  }

  /** The run's document, where it is open and reads as it did. */
  documentOf(run: FinishedRun): TextDocument | undefined {
    const document = openDocumentAt(run.title.file);
    return document?.version === this.#byRun.get(run.id) ? document : undefined;
  }
}

/**
 * The fixes of the mistake that explains what a run shows: all preferred ones of that kind in the file, since together
 * they make the difference; else the first one offered at its line.
 */
function fixesFor(
  document: TextDocument,
  { mistake, line }: TraceFinding,
  findings: readonly Finding[],
): readonly Fix[] {
  const ofKind = findings.filter((one) => one.mistake === mistake);
  const isHere = (one: Finding) => {
    const { start, end } = rangeIn(document, one);
    return line !== null && start.line + 1 <= line && line <= end.line + 1;
  };
  if (!ofKind.some(isHere)) {
    return [];
  }
  const preferred = selectFixes(ofKind);
  return preferred.length > 0
    ? preferred
    : ofKind
        .filter(isHere)
        .flatMap(({ fixes }) => fixes.slice(0, 1))
        .slice(0, 1);
}

async function copyOf(
  document: TextDocument,
  before: FinishedRun,
  text: string,
  { globalStorageUri, globalState }: ExtensionContext,
): Promise<Target> {
  const name = path.posix.basename(document.uri.path);
  const ending = path.posix.extname(name) || (before.title.language === 'python' ? '.py' : '.ts');
  const copy = Uri.joinPath(globalStorageUri, 'fixed', `${path.posix.basename(name, ending)}${ending}`);
  const kept = await new Copies(globalState).restart(copy, text);
  if (kept !== undefined) {
    void tellKept(kept);
  }
  const cwd = document.uri.scheme === 'file' ? path.dirname(document.uri.fsPath) : path.dirname(copy.fsPath);
  return {
    document: copy,
    language: before.title.language,
    name: l10n.t('{0}, fixed', name),
    file: copy.fsPath,
    cwd,
  };
}

async function beside(file: Uri): Promise<readonly string[]> {
  if (file.scheme !== 'file') {
    return [];
  }
  const entries = await workspace.fs.readDirectory(Uri.joinPath(file, '..'));
  return entries.map(([name]) => name);
}
