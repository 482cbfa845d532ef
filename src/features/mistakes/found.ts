import { EventEmitter, type Disposable, type TextDocument } from 'vscode';
import type { Finding } from '../../core/mistakes/finding';

/** Findings of the open documents, each with the version of the text that it was found in. */
export class Found implements Disposable {
  readonly #byDocument = new Map<
    string,
    { readonly version: number; readonly findings: readonly Finding[] }
  >();
  readonly #changed = new EventEmitter<TextDocument>();

  readonly onDidChange = this.#changed.event;

  /** Findings in the document as it is now; empty while a change has not been checked yet. */
  of(document: TextDocument): readonly Finding[] {
    const found = this.#byDocument.get(document.uri.toString());
    return found?.version === document.version ? found.findings : [];
  }

  set(document: TextDocument, findings: readonly Finding[]): void {
    this.#byDocument.set(document.uri.toString(), { version: document.version, findings });
    this.#changed.fire(document);
  }

  forget(document: TextDocument): void {
    if (this.#byDocument.delete(document.uri.toString())) {
      this.#changed.fire(document);
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
