import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';

/** Where a name comes from: a module, and what of it (`default`, `*` for all of it, or an export's name). */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
}

/** The import that gives an identifier its meaning, by `import` or `require`; known without the module being installed. */
export function importOf(analysis: Analysis, node: ts.Identifier): ImportedName | undefined {
  const declaration = analysis.checker.getSymbolAtLocation(node)?.declarations?.[0];
  if (declaration === undefined) {
    return undefined;
  }
  if (ts.isImportSpecifier(declaration)) {
    return named(declaration.parent.parent.parent, (declaration.propertyName ?? declaration.name).text);
  }
  if (ts.isNamespaceImport(declaration)) {
    return named(declaration.parent.parent, '*');
  }
  if (ts.isImportClause(declaration)) {
    return named(declaration.parent, 'default');
  }
  if (ts.isImportEqualsDeclaration(declaration)) {
    const { moduleReference } = declaration;
    return ts.isExternalModuleReference(moduleReference) && ts.isStringLiteral(moduleReference.expression)
      ? { module: moduleReference.expression.text, name: '*' }
      : undefined;
  }
  return required(declaration);
}

function named(declaration: ts.Node, name: string): ImportedName | undefined {
  return ts.isImportDeclaration(declaration) && ts.isStringLiteral(declaration.moduleSpecifier)
    ? { module: declaration.moduleSpecifier.text, name }
    : undefined;
}

function required(declaration: ts.Declaration): ImportedName | undefined {
  const element = ts.isBindingElement(declaration) ? declaration : undefined;
  const variable = element === undefined ? declaration : element.parent.parent;
  const module = ts.isVariableDeclaration(variable) ? requiredModule(variable.initializer) : undefined;
  if (module === undefined) {
    return undefined;
  }
  return { module, name: element === undefined ? '*' : (element.propertyName ?? element.name).getText() };
}

/** The module that an expression loads by `require('…')`, or undefined. */
export function requiredModule(expression: ts.Expression | undefined): string | undefined {
  if (expression === undefined || !ts.isCallExpression(expression)) {
    return undefined;
  }
  const [module] = expression.arguments;
  const isRequire = ts.isIdentifier(expression.expression) && expression.expression.text === 'require';
  return isRequire && module !== undefined && ts.isStringLiteralLike(module) ? module.text : undefined;
}
