import { Disposable, Range, TextEditorRevealType, ThemeColor, window } from 'vscode';
import type { TimelinePanel } from '../../timeline/panel';

/** Lights up the spans of the line that the cursor is on, and in the editor the line that a replay is at. */
export function register(panel: TimelinePanel): Disposable {
  const replayed = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.stackFrameHighlightBackground'),
    overviewRulerColor: new ThemeColor('editor.stackFrameHighlightBackground'),
  });
  const highlight = (file: string | null, line: number | null) => {
    for (const editor of window.visibleTextEditors) {
      const isHere = line !== null && editor.document.uri.toString() === file;
      const isThere = isHere && line <= editor.document.lineCount;
      const range = isThere ? editor.document.lineAt(line - 1).range : null;
      editor.setDecorations(replayed, range === null ? [] : [range]);
      if (range !== null) {
        editor.revealRange(
          new Range(range.start, range.start),
          TextEditorRevealType.InCenterIfOutsideViewport,
        );
      }
    }
  };
  return Disposable.from(
    replayed,
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const [first] = selections;
      const file = textEditor.document.uri.toString();
      if (first !== undefined && panel.runs.some(({ title }) => title.file === file)) {
        panel.mention({ type: 'cursor', file, line: first.active.line + 1 });
      }
    }),
    panel.onDidAsk((message) => {
      if (message.type === 'moment') {
        highlight(message.file, message.line);
      }
    }),
    panel.onDidShow(() => {
      highlight(null, null);
    }),
    panel.onDidClose(() => {
      highlight(null, null);
    }),
  );
}
