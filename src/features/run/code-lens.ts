import { CodeLens, Disposable, EventEmitter, languages, l10n, Range, workspace } from 'vscode';
import { editorLanguages, setting } from '../ids';
import type { Runner } from './runner';

/** "Run with timeline" above the first line, "Stop" while a program runs. */
export function register(runner: Runner): Disposable {
  const changed = new EventEmitter<void>();
  const refresh = () => {
    changed.fire();
  };
  return Disposable.from(
    changed,
    runner.onDidChangeRunning(refresh),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('asyncTutor.codeLens')) {
        refresh();
      }
    }),
    languages.registerCodeLensProvider(Object.keys(editorLanguages), {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses({ uri, fileName }) {
        if (!setting('codeLens.enabled', uri) || fileName.endsWith('.d.ts')) {
          return [];
        }
        const top = new Range(0, 0, 0, 0);
        const run = { title: l10n.t('$(play) Run with timeline'), command: 'asyncTutor.runWithTimeline' };
        const stop = { title: l10n.t('$(debug-stop) Stop'), command: 'asyncTutor.stopRun' };
        return [
          new CodeLens(top, { ...run, arguments: [uri] }),
          ...(runner.running ? [new CodeLens(top, stop)] : []),
        ];
      },
    }),
  );
}
