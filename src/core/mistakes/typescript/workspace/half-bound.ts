import { ts } from '@ts-morph/common';

/** What the binder leaves in a file at its beginning and at its end, though the compiler's types do not say so. */
type Bound = ts.SourceFile & { readonly locals?: unknown; readonly classifiableNames?: unknown };

/** The files in which the binder ran out of stack; the binder, which is only one, is made ready for others again. */
export function halfBoundFiles(program: ts.Program | undefined): readonly ts.SourceFile[] {
  const files: readonly Bound[] = program?.getSourceFiles() ?? [];
  const found = files.filter(
    ({ locals, classifiableNames }) => locals !== undefined && classifiableNames === undefined,
  );
  if (found.length > 0) {
    ts.transpile('');
  }
  return found;
}
