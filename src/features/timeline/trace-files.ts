import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { l10n, Uri, window, workspace } from 'vscode';
import { reasonOf } from '../../core/reason';
import { readTrace } from '../../core/trace/read';
import type { Trace } from '../../core/trace/trace';
import { finishedRun } from '../../timeline/finished-run';
import type { FinishedRun } from '../../timeline/protocol';

const largest = 400_000_000;

/** Lets the learner choose a trace file and reads it; undefined when nothing was chosen or it is none, which is said. */
export async function pickTrace(): Promise<FinishedRun | undefined> {
  const filters = { [l10n.t('Traces')]: ['json'] };
  const [file] = (await window.showOpenDialog({ filters, title: l10n.t('Open a Trace') })) ?? [];
  return file && readTraceFile(file);
}

/** The run in a trace file; undefined when it is none, which is said. */
export async function readTraceFile(file: Uri): Promise<FinishedRun | undefined> {
  const trace = await traceIn(file);
  if (typeof trace !== 'string') {
    return runOf(trace, file);
  }
  const name = path.posix.basename(file.path);
  void window.showErrorMessage(l10n.t('{0} could not be opened. {1}', name, trace));
  return undefined;
}

/** The trace in a file, or a sentence on why there is none. */
async function traceIn(file: Uri): Promise<Trace | string> {
  try {
    const { size } = await workspace.fs.stat(file);
    return size > largest
      ? l10n.t('It is larger than a trace can be.')
      : readTrace(Buffer.from(await workspace.fs.readFile(file)).toString('utf8'));
  } catch (error) {
    return reasonOf(error);
  }
}

/** The run of a trace that lies at `file`. */
async function runOf(trace: Trace, file: Uri): Promise<FinishedRun> {
  const { language, clock } = trace;
  const program = await programOf(trace, file);
  const title = { name: path.posix.basename(file.path), language, clock, file: program };
  return finishedRun({ id: randomUUID(), title, prediction: null }, trace, null);
}

/** URI of the program, where it lies in an open folder or beside the trace; a trace may come from another machine. */
async function programOf({ file }: Trace, trace: Uri): Promise<string | null> {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const beside = Uri.joinPath(trace, '..', name);
  const named = Uri.file(file);
  const candidates = workspace.getWorkspaceFolder(named) === undefined ? [beside] : [named, beside];
  for (const candidate of candidates) {
    const exists = await workspace.fs.stat(candidate).then(
      () => name !== '',
      () => false,
    );
    if (exists) {
      return candidate.toString();
    }
  }
  return null;
}
