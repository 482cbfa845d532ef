import { ts } from '@ts-morph/common';
import type { Settings } from './options';

const awaiting: ReadonlySet<ts.ModuleKind> = new Set([
  ts.ModuleKind.ES2022,
  ts.ModuleKind.ESNext,
  ts.ModuleKind.Preserve,
]);

/** Whether `await` may stand at the top level of a file: it is an ES module for the compiler and for Node. */
export function allowsTopLevelAwait(sourceFile: ts.SourceFile, { options, packageType }: Settings): boolean {
  const { fileName } = sourceFile;
  if (/\.m[jt]s$/.test(fileName)) {
    return true;
  }
  if (/\.c[jt]s$/.test(fileName) || !isWrittenAsModule(sourceFile)) {
    return false;
  }
  const module = options.module ?? ts.ModuleKind.ESNext;
  if (module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext) {
    return packageType === 'module';
  }
  return awaiting.has(module) && packageType !== 'commonjs';
}

/** Whether a file says by an import, an export or an await that it is a module; to the compiler here all files are. */
function isWrittenAsModule({ statements }: ts.SourceFile): boolean {
  return statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) ||
      ts.isImportEqualsDeclaration(statement) ||
      ts.isExportDeclaration(statement) ||
      ts.isExportAssignment(statement) ||
      (ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true) ||
      (ts.isExpressionStatement(statement) && ts.isAwaitExpression(statement.expression)) ||
      (ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some(
          ({ initializer }) => initializer !== undefined && ts.isAwaitExpression(initializer),
        )),
  );
}
