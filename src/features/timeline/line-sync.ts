import { Disposable, Range, TextEditorRevealType, ThemeColor, window } from 'vscode';
import { modulesOf } from '../../timeline/line-notes';
import type { TimelinePanel } from '../../timeline/panel';
import { placeUri } from '../../timeline/place-uri';
import type { FinishedRun } from '../../timeline/protocol';

/** A document that a run has lines of. */
interface RunDocument {
  /** URI of the program. */
  readonly file: string;
  readonly module: string | undefined;
  readonly uri: string;
}

/** Lights up the spans of the line that the cursor is on, and in the editor the line that a replay is at. */
export function register(panel: TimelinePanel): Disposable {
  const replayed = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.stackFrameHighlightBackground'),
    overviewRulerColor: new ThemeColor('editor.stackFrameHighlightBackground'),
  });
  const highlight = (document: string | null, line: number) => {
    for (const editor of window.visibleTextEditors) {
      const isHere = editor.document.uri.toString() === document;
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
  let documents: readonly RunDocument[] = [];
  return Disposable.from(
    replayed,
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const [first] = selections;
      const document = textEditor.document.uri.toString();
      for (const { file, module } of documents.filter(({ uri }) => uri === document)) {
        const line = (first?.active.line ?? 0) + 1;
        panel.mention({ type: 'cursor', file, place: { line, ...(module !== undefined && { module }) } });
      }
    }),
    panel.onDidAsk((message) => {
      if (message.type === 'moment') {
        const { file, place } = message;
        const document = place && placeUri(file, place);
        highlight(document?.toString() ?? null, place?.line ?? 1);
      }
    }),
    panel.onDidShow((runs) => {
      documents = runs.flatMap(documentsOf);
      highlight(null, 1);
    }),
    panel.onDidClose(() => {
      highlight(null, 1);
    }),
  );
}

function documentsOf({ title: { file }, trace }: FinishedRun): readonly RunDocument[] {
  if (file === null) {
    return [];
  }
  return [...modulesOf(trace)].flatMap((module) => {
    const uri = placeUri(file, { ...(module !== undefined && { module }) });
    return uri === undefined ? [] : [{ file, module, uri: uri.toString() }];
  });
}
