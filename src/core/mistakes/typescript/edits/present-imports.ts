import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { requiredModule } from '../semantics/imports';

/** A name that a module exports. */
export interface Wanted {
  readonly module: string;
  readonly name: string;
}

export type ModuleImport = ts.ImportDeclaration | ts.VariableDeclaration;

/** Every place where a module's exports are named: `import {…} from`, `const {…} = require()`, and whole modules. */
export function importsOf(analysis: Analysis): readonly ModuleImport[] {
  return analysis.sourceFile.statements.flatMap((statement): readonly ModuleImport[] => {
    if (ts.isImportDeclaration(statement)) {
      return [statement];
    }
    return ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.filter(
          (declaration) => requiredModule(declaration.initializer) !== undefined,
        )
      : [];
  });
}

function moduleOf(node: ModuleImport): string | undefined {
  if (ts.isVariableDeclaration(node)) {
    return requiredModule(node.initializer);
  }
  const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isStringLiteral(node.moduleSpecifier) && !isTypeOnly ? node.moduleSpecifier.text : undefined;
}

function same(a: string | undefined, b: string): boolean {
  return a?.replace(/^node:/, '') === b.replace(/^node:/, '');
}

/** How the file can write a name already: imported by itself, or as a member of the whole module. */
export function presentImport(analysis: Analysis, { module, name }: Wanted): string | undefined {
  for (const node of importsOf(analysis)) {
    if (!same(moduleOf(node), module)) {
      continue;
    }
    if (ts.isVariableDeclaration(node)) {
      if (ts.isIdentifier(node.name)) {
        return `${node.name.text}.${name}`;
      }
      const element = ts.isObjectBindingPattern(node.name)
        ? node.name.elements.find(
            (candidate) => (candidate.propertyName ?? candidate.name).getText() === name,
          )
        : undefined;
      if (element !== undefined) {
        return element.name.getText();
      }
      continue;
    }
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    if (clause?.name !== undefined) {
      return `${clause.name.text}.${name}`;
    }
    if (bindings !== undefined && ts.isNamespaceImport(bindings)) {
      return `${bindings.name.text}.${name}`;
    }
    const specifier = bindings?.elements.find(
      (element) => (element.propertyName ?? element.name).text === name,
    );
    if (specifier !== undefined) {
      return specifier.name.text;
    }
  }
  return undefined;
}

/** Where one more name fits into a list that is imported from the module already. */
export function openImport(
  analysis: Analysis,
  module: string,
): { end: number; isEmpty: boolean; isRequire: boolean } | undefined {
  for (const node of importsOf(analysis)) {
    if (!same(moduleOf(node), module)) {
      continue;
    }
    const list = ts.isVariableDeclaration(node) ? node.name : node.importClause?.namedBindings;
    if (list !== undefined && (ts.isNamedImports(list) || ts.isObjectBindingPattern(list))) {
      const last = list.elements.at(-1);
      return {
        end: last?.end ?? list.getStart() + 1,
        isEmpty: last === undefined,
        isRequire: ts.isVariableDeclaration(node),
      };
    }
  }
  return undefined;
}
