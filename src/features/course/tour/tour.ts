import {
  CommentMode,
  comments,
  CommentThreadCollapsibleState,
  CommentThreadState,
  l10n,
  MarkdownString,
  Range,
  TextEditorRevealType,
  ViewColumn,
  window,
  workspace,
  type CommentThread,
  type Disposable,
  type TextDocument,
  type TextDocumentChangeEvent,
} from 'vscode';
import { lineOf, movedLine } from '../../../core/course/anchors';
import { sections, type Note, type SectionId } from '../../../core/course/outline';
import { setContext } from '../../ids';
import type { Demo } from '../demo-files';

/**
 * A tour through one demo: one note at a time, under the line it speaks of. A note stays with its line while the
 * learner edits above it, and finds its line again by its anchor. Its thread asks for nothing, so it is a resolved one:
 * for these the editor does not open its panel of comments, by the default that the manifest sets.
 */
export class Tour implements Disposable {
  readonly #controller = comments.createCommentController('asyncTutor.tour', 'Async Tutor');
  readonly #watching: Disposable;
  #demo: Demo | undefined;
  #document: TextDocument | undefined;
  #place = 0;
  #line = 0;
  #thread: CommentThread | undefined;

  constructor() {
    this.#watching = workspace.onDidChangeTextDocument((event) => {
      this.#follow(event);
    });
  }

  /** The section whose demo is toured, undefined when there is no tour. */
  get section(): SectionId | undefined {
    return this.#demo?.section;
  }

  /** Number of the note that is shown, from 0. */
  get place(): number {
    return this.#place;
  }

  /** Begins at a demo's first note. A tour that is under way ends. */
  async begin(demo: Demo, document: TextDocument): Promise<void> {
    this.#demo = demo;
    this.#document = document;
    await this.#show(0);
  }

  /** Goes some notes on, or back where negative; the tour ends after its last note. */
  async go(steps: number): Promise<void> {
    await this.#show(Math.max(0, this.#place + steps));
  }

  /** Takes the note away. */
  async end(): Promise<void> {
    this.#thread?.dispose();
    this.#thread = undefined;
    this.#demo = undefined;
    this.#document = undefined;
    await setContext('asyncTutor.touring', false);
  }

  dispose(): void {
    this.#watching.dispose();
    this.#thread?.dispose();
    this.#controller.dispose();
  }

  async #show(place: number): Promise<void> {
    const demo = this.#demo;
    const document = this.#document;
    const note = demo && sections[demo.section].notes[demo.language][place];
    if (document === undefined || demo === undefined || note === undefined) {
      await this.end();
      return;
    }
    this.#place = place;
    this.#line = lineOf(document.getText(), note.anchor) ?? Math.min(this.#line, document.lineCount - 1);
    this.#thread?.dispose();
    this.#thread = this.#threadAt(document, demo, note);
    await setContext('asyncTutor.touring', true);
    const range = document.lineAt(this.#line).range;
    const shown = window.visibleTextEditors.find((one) => one.document === document);
    const editor = await window.showTextDocument(document, {
      viewColumn: shown?.viewColumn ?? ViewColumn.One,
      preview: false,
      selection: new Range(range.start, range.start),
    });
    editor.revealRange(range, TextEditorRevealType.InCenter);
  }

  #threadAt(document: TextDocument, demo: Demo, note: Note): CommentThread {
    const count = sections[demo.section].notes[demo.language].length;
    const range = document.lineAt(this.#line).range;
    const thread = this.#controller.createCommentThread(document.uri, range, [
      {
        body: body(demo, note, this.#place === 0, this.#place === count - 1),
        mode: CommentMode.Preview,
        author: { name: `${demo.section} ${sections[demo.section].title}` },
      },
    ]);
    thread.label = l10n.t('Note {0} of {1}', this.#place + 1, count);
    thread.canReply = false;
    thread.state = CommentThreadState.Resolved;
    thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    return thread;
  }

  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (this.#thread === undefined || document !== this.#document) {
      return;
    }
    for (const { range, text } of contentChanges) {
      const newLines = text.split('\n').length - 1;
      this.#line = movedLine(this.#line, { start: range.start.line, end: range.end.line, newLines });
    }
    this.#line = Math.min(this.#line, document.lineCount - 1);
    this.#thread.range = document.lineAt(this.#line).range;
  }
}

function body(demo: Demo, note: Note, first: boolean, last: boolean): MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([demo.section, demo.language]));
  const links = [
    ...(first ? [] : [`[$(arrow-left) ${l10n.t('Back')}](command:asyncTutor.tourBack)`]),
    ...(last
      ? [`[$(play) ${l10n.t('Predict and run')}](command:asyncTutor.runDemo?${argument})`]
      : [`[${l10n.t('Next')} $(arrow-right)](command:asyncTutor.tourNext)`]),
    `[${l10n.t('End the tour')}](command:asyncTutor.endTour)`,
  ];
  const text = new MarkdownString(`${note.text}\n\n${links.join(' &nbsp; ')}`, true);
  text.isTrusted = {
    enabledCommands: [
      'asyncTutor.tourBack',
      'asyncTutor.tourNext',
      'asyncTutor.endTour',
      'asyncTutor.runDemo',
    ],
  };
  return text;
}
