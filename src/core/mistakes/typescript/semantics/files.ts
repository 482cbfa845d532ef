import { ts } from '@ts-morph/common';
import { isInstalled } from '../workspace/paths';
import type { Analysis } from '../analysis';
import { requiredModule } from './imports';

/**
 * Tells of files of the project whether they, or what they import from it, say something that matches `hint`. Files that
 * are installed or only declare are none of the project's.
 */
export function filesLeadingTo(analysis: Analysis, hint: RegExp): (file: ts.SourceFile) => boolean {
  const known = new Map<ts.SourceFile, boolean>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) {
      return before;
    }
    const leads = isOwn(file) && [...reachedFrom(analysis, file)].some(({ text }) => hint.test(text));
    known.set(file, leads);
    return leads;
  };
}

function isOwn({ isDeclarationFile, fileName }: ts.SourceFile): boolean {
  return !isDeclarationFile && !isInstalled(fileName);
}

function reachedFrom(analysis: Analysis, first: ts.SourceFile): ReadonlySet<ts.SourceFile> {
  const reached = new Set([first]);
  for (const file of reached) {
    importedBy(analysis, file).forEach((imported) => reached.add(imported));
  }
  return reached;
}

function importedBy({ checker }: Analysis, { statements }: ts.SourceFile): readonly ts.SourceFile[] {
  return statements.flatMap(specifiersIn).flatMap((specifier) => {
    const declaration = checker.getSymbolAtLocation(specifier)?.declarations?.[0];
    return declaration !== undefined && ts.isSourceFile(declaration) && isOwn(declaration)
      ? [declaration]
      : [];
  });
}

function specifiersIn(statement: ts.Statement): readonly ts.Expression[] {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
    return statement.moduleSpecifier === undefined ? [] : [statement.moduleSpecifier];
  }
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.flatMap(({ initializer }) => requiredSpecifier(initializer))
    : [];
}

function requiredSpecifier(initializer: ts.Expression | undefined): readonly ts.Expression[] {
  return requiredModule(initializer) !== undefined &&
    initializer !== undefined &&
    ts.isCallExpression(initializer)
    ? initializer.arguments
    : [];
}
