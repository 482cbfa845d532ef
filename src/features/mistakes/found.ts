import { EventEmitter, Range, type Disposable, type Position, type TextDocument, type Uri } from 'vscode';
import type { Review } from '../../core/mistakes/engine';
import type { Finding, TextRange } from '../../core/mistakes/finding';
import type { Wishes } from './wishes';

/** What was checked: a document, or the text of a file that is not open. */
export interface Checked {
  readonly uri: Uri;
  /** Of the document at that time; absent for a file. */
  readonly version?: number;
  positionAt(offset: number): Position;
}

/** What there is to say about something that was checked. */
export interface Result extends Review {
  readonly checked: Checked;
  readonly wishes: Wishes;
}

/** The results of all that was checked, until it is forgotten. */
export class Found implements Disposable {
  readonly #results = new Map<string, Result>();
  readonly #changed = new EventEmitter<Uri>();

  /** Tells the place whose result has come or gone. */
  readonly onDidChange = this.#changed.event;

  /** Findings in the document as it is now; empty while a change has not been checked yet. */
  of(document: TextDocument): readonly Finding[] {
    return this.isCurrent(document) ? (this.at(document.uri)?.findings ?? []) : [];
  }

  /** True when the document as it is now has been checked. */
  isCurrent({ uri, version }: TextDocument): boolean {
    return this.at(uri)?.checked.version === version;
  }

  /** The newest result of a place, whatever has changed there since. */
  at(uri: Uri): Result | undefined {
    return this.#results.get(uri.toString());
  }

  set(result: Result): void {
    this.#results.set(result.checked.uri.toString(), result);
    this.#changed.fire(result.checked.uri);
  }

  forget(uri: Uri): void {
    if (this.#results.delete(uri.toString())) {
      this.#changed.fire(uri);
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** A range of offsets in the editor's terms. */
export function rangeIn(checked: Pick<Checked, 'positionAt'>, { start, end }: TextRange): Range {
  return new Range(checked.positionAt(start), checked.positionAt(end));
}
