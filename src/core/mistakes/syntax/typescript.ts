import { ts } from '@ts-morph/common';
import type { FirstError } from './first-error';

/** The compiler keeps what its parser complained about with the file, though its types do not say so. */
type Parsed = ts.SourceFile & { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] };

export const firstTypeScriptError: FirstError = (text, path) => {
  const file: Parsed = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return file.parseDiagnostics?.[0]?.start;
};
