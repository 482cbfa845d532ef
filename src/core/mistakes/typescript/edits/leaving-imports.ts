import { ts } from '@ts-morph/common';
import type { TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { requiredModule } from '../semantics/imports';
import { referencesTo } from '../semantics/references';
import { replace } from './text';

/** The edits that remove the import of a name whose only use goes; `whole` when nothing else stands in its statement. */
export function leaving(
  analysis: Analysis,
  used: ts.Identifier | undefined,
): { readonly edits: readonly TextEdit[]; readonly whole?: ts.Statement } | undefined {
  const symbol = used === undefined ? undefined : analysis.checker.getSymbolAtLocation(used);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration?.getSourceFile() !== analysis.sourceFile) {
    return undefined;
  }
  if (referencesTo(analysis, symbol).length !== 1) {
    return undefined;
  }
  if (ts.isImportSpecifier(declaration)) {
    const { elements } = declaration.parent;
    const statement = declaration.parent.parent.parent;
    const isWhole = elements.length === 1 && declaration.parent.parent.name === undefined;
    return isWhole && ts.isImportDeclaration(statement)
      ? { edits: [lineOf(analysis, statement)], whole: statement }
      : elements.length > 1
        ? { edits: [without(elements, declaration)] }
        : undefined;
  }
  if (ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent)) {
    const { elements } = declaration.parent;
    const list = declaration.parent.parent.parent;
    const isWhole =
      elements.length === 1 && ts.isVariableDeclarationList(list) && list.declarations.length === 1;
    const isRequired =
      ts.isVariableDeclaration(declaration.parent.parent) &&
      requiredModule(declaration.parent.parent.initializer) !== undefined;
    if (!isRequired) {
      return undefined;
    }
    return isWhole && ts.isVariableStatement(list.parent)
      ? { edits: [lineOf(analysis, list.parent)], whole: list.parent }
      : elements.length > 1
        ? { edits: [without(elements, declaration)] }
        : undefined;
  }
  return undefined;
}

function without<T extends ts.Node>(elements: ts.NodeArray<T>, element: T): TextEdit {
  const index = elements.indexOf(element);
  const next = elements[index + 1];
  const previous = elements[index - 1];
  return next === undefined
    ? replace(previous?.end ?? element.getStart(), element.end, '')
    : replace(element.getStart(), next.getStart(), '');
}

function lineOf({ sourceFile }: Analysis, statement: ts.Statement): TextEdit {
  const rest = /^[ \t]*(?:\r?\n)?/.exec(sourceFile.text.slice(statement.end));
  return replace(statement.getStart(), statement.end + (rest?.[0].length ?? 0), '');
}
