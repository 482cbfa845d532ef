import {
  Disposable,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  window,
  workspace,
  type DecorationOptions,
  type TextDocument,
} from 'vscode';
import { formatDuration } from '../../core/trace/duration';
import { lineNotes, modulesOf, moved, type LineNote } from '../../timeline/line-notes';
import { placeUri } from '../../timeline/place-uri';
import type { TimelinePanel } from '../../timeline/panel';
import { registerCommand, setting, type CommandId } from '../ids';

/** Shows at line ends what the run on show waited, blocked or never awaited there, until the line is edited. */
export function register(panel: TimelinePanel): Disposable {
  const decoration = window.createTextEditorDecorationType({
    after: { margin: '0 0 0 2em', color: new ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic' },
  });
  /** By the document's URI. */
  const notes = new Map<string, readonly LineNote[]>();
  const show = () => {
    for (const editor of window.visibleTextEditors) {
      const own = notes.get(editor.document.uri.toString()) ?? [];
      editor.setDecorations(
        decoration,
        own.flatMap((note) => optionsFor(editor.document, note)),
      );
    }
  };
  return Disposable.from(
    decoration,
    panel.onDidShow((runs) => {
      notes.clear();
      for (const { title, trace } of runs) {
        if (title.file !== null && setting('timeline.lineNotes')) {
          for (const module of modulesOf(trace)) {
            const document = placeUri(title.file, { ...(module !== undefined && { module }) });
            if (document !== undefined) {
              notes.set(document.toString(), lineNotes(trace, module));
            }
          }
        }
      }
      show();
    }),
    window.onDidChangeVisibleTextEditors(show),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const key = document.uri.toString();
      const own = notes.get(key);
      if (own !== undefined && contentChanges.length > 0) {
        const changes = contentChanges.map(({ range, text }) => ({
          start: range.start.line + 1,
          end: range.end.line + 1,
          lines: text.split('\n').length,
        }));
        notes.set(key, changes.toSorted((a, b) => b.start - a.start).reduce(moved, own));
        show();
      }
    }),
    registerCommand('asyncTutor.dismissLineNotes', () => {
      notes.clear();
      show();
    }),
  );
}

function optionsFor(document: TextDocument, note: LineNote): DecorationOptions[] {
  if (note.line > document.lineCount) {
    return [];
  }
  const { end } = document.lineAt(note.line - 1).range;
  const dismiss = 'asyncTutor.dismissLineNotes' satisfies CommandId;
  const hover = new MarkdownString(
    `${l10n.t('What the last run did here.')} [${l10n.t('Dismiss all notes')}](command:${dismiss})`,
  );
  hover.isTrusted = { enabledCommands: [dismiss] };
  return [
    {
      range: new Range(end, end),
      hoverMessage: hover,
      renderOptions: { after: { contentText: `◷ ${textOf(note)}` } },
    },
  ];
}

function textOf({ waits, waited, blocks, blocked, neverAwaited }: LineNote): string {
  const parts: string[] = [];
  if (blocks > 0) {
    parts.push(l10n.t('blocked everybody for {0}', formatDuration(blocked)));
  }
  if (waits === 1) {
    parts.push(l10n.t('waited {0}', formatDuration(waited)));
  } else if (waits > 1) {
    parts.push(l10n.t('waited {0} times, {1} in all', waits, formatDuration(waited)));
  }
  if (neverAwaited > 0) {
    parts.push(l10n.t('never awaited'));
  }
  return parts.join(', ');
}
