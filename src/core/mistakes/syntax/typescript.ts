import { ts } from '@ts-morph/common';
import { firstNotBefore } from '../../search';
import type { FirstError } from './first-error';
import { unlessTooDeep } from './too-deep';

/** The compiler keeps what its parser complained about with the file, though its types do not say so. */
type Parsed = ts.SourceFile & { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] };

export const firstTypeScriptError: FirstError = (text, path) => {
  const parse = (end: number): Parsed | undefined =>
    unlessTooDeep(() => ts.createSourceFile(path, text.slice(0, end), ts.ScriptTarget.Latest));
  const file = parse(text.length);
  return file === undefined
    ? firstNotBefore(0, text.length, (end) => parse(end) !== undefined)
    : file.parseDiagnostics?.[0]?.start;
};
