import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import type { Finished } from '../../src/features/run/runner';

/** The active extension and what it gives to tests. */
export async function activated(): Promise<{ api: Api; extension: vscode.Extension<Api> }> {
  const extension = vscode.extensions.getExtension<Api>('async-tutor.async-tutor');
  assert.ok(extension, 'The extension is not there.');
  return { api: await extension.activate(), extension };
}

/** Waits until `look` gives something, for at most 20 s. */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const seen = await look();
    if (seen !== undefined) {
      return seen;
    }
    await sleep(50);
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** An unsaved document, in front. */
export async function unsaved(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Our diagnostics of a document once there are exactly so many. */
export function diagnosticsOf(document: vscode.TextDocument, count: number): Promise<vscode.Diagnostic[]> {
  return until(`${count} findings`, () => {
    const own = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'Async Tutor');
    return own.length === count ? own : undefined;
  });
}

/** What a program wrote to its standard output. */
export function printed({ trace }: Finished): string {
  return trace.marks
    .filter(({ kind }) => kind === 'output')
    .map(({ text }) => text)
    .join('');
}
