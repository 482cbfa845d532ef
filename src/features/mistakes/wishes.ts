import path from 'node:path';
import picomatch from 'picomatch';
import { DiagnosticSeverity, workspace, type Uri } from 'vscode';
import { catalogue, mistakeIds, type MistakeId } from '../../core/mistakes/catalogue';
import { linters, type Silence } from '../../core/mistakes/silence';
import { levels, setting, type Level } from '../ids';

const severities: Readonly<Record<Exclude<Level, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What the user wants to hear of the mistakes in one file. */
export interface Wishes {
  readonly silence: Silence;
  severityOf(mistake: MistakeId): DiagnosticSeverity;
}

/** The wishes for a file, or undefined where nothing is to be checked. Values that make no sense count as not given. */
export function wishesFor(uri: Uri): Wishes | undefined {
  const excluded = excludedIn(uri);
  if (excluded === 'all' || !setting('diagnostics.enabled', uri)) {
    return undefined;
  }
  const wanted = levelsFor(uri);
  const off = mistakeIds.filter((id) => wanted.get(id) === 'off' || excluded.includes(id));
  const named: readonly unknown[] = setting('mistakes.coveredByLinter', uri);
  const coveredBy = linters.filter((linter) => named.includes(linter));
  return {
    silence: { off, coveredBy },
    severityOf(mistake) {
      const level: Level = wanted.get(mistake) ?? catalogue[mistake].severity;
      return severities[level === 'off' ? catalogue[mistake].severity : level];
    },
  };
}

function levelsFor(uri: Uri): ReadonlyMap<MistakeId, Level> {
  const wanted = entries(setting('mistakes.severity', uri));
  return new Map(
    wanted.flatMap(([id, level]) => {
      const known = levels.find((one) => one === level);
      const mistake = mistakeIds.find((one) => one === id);
      return known === undefined || mistake === undefined ? [] : [[mistake, known] as const];
    }),
  );
}

/** The mistakes that the globs exclude for a file; they count from its folder in the workspace. */
function excludedIn(uri: Uri): 'all' | readonly MistakeId[] {
  const folder = workspace.getWorkspaceFolder(uri);
  const place = folder === undefined ? uri.path.slice(1) : path.posix.relative(folder.uri.path, uri.path);
  const excluded = entries(setting('mistakes.exclude', uri))
    .filter(([glob]) => picomatch.isMatch(place, glob, { dot: true }))
    .map(([, what]) => what);
  if (excluded.includes(true)) {
    return 'all';
  }
  const named: readonly unknown[] = excluded.filter((what) => Array.isArray(what)).flat();
  return mistakeIds.filter((id) => named.includes(id));
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
