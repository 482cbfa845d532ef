import { compileFunction, Script } from 'node:vm';
import { ts } from '@ts-morph/common';
import MagicString from 'magic-string';
import type { ModuleFormat } from './transform';

/** What a CommonJS module finds declared. */
const given = ['exports', 'require', 'module', '__filename', '__dirname'];

/**
 * True for JavaScript that can be parsed and that Node refuses to run all the same, as when it declares a name twice.
 * What the recorder puts in would show in the error's message, or make the program right by a scope of its own.
 */
export function hasEarlyError(code: string, format: ModuleFormat): boolean {
  try {
    if (format === 'commonjs') {
      compileFunction(code, given);
      return false;
    }
    // No module can be compiled without being loaded: its statements stand in a block of an async function instead.
    return !(new Script(`async () => { "use strict"; {${withoutModuleSyntax(code)}\n}}`) instanceof Script);
  } catch (error) {
    return error instanceof SyntaxError;
  }
}

/** Code that declares what the module declares, and says nothing that only a module may say. */
function withoutModuleSyntax(code: string): string {
  const file = ts.createSourceFile('module.mjs', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const text = new MagicString(code);
  const shebang = ts.getShebang(code);
  if (shebang !== undefined) {
    text.remove(0, shebang.length);
  }
  for (const statement of file.statements) {
    replaceStatement(text, statement);
  }
  const replaceMeta = (node: ts.Node): void => {
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      text.update(node.getStart(), node.getEnd(), 'this');
    }
    ts.forEachChild(node, replaceMeta);
  };
  replaceMeta(file);
  return text.toString();
}

function replaceStatement(text: MagicString, statement: ts.Statement): void {
  const [start, end] = [statement.getStart(), statement.getEnd()];
  if (ts.isImportDeclaration(statement)) {
    text.update(
      start,
      end,
      namesOf(statement)
        .map((name) => `const ${name} = 0;`)
        .join('') || ';',
    );
  } else if (ts.isExportDeclaration(statement)) {
    text.update(start, end, ';');
  } else if (ts.isExportAssignment(statement)) {
    text.update(start, statement.expression.getStart(), ';(');
    text.appendLeft(statement.expression.getEnd(), ')');
  } else {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    const exported = modifiers.filter(
      ({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword,
    );
    const last = exported.at(-1);
    if (last !== undefined) {
      const isNameless = exported.length > 1 && !('name' in statement && statement.name !== undefined);
      text.update(start, last.getEnd(), isNameless ? 'void ' : ';');
      text.appendLeft(end, ';');
    }
  }
}

function namesOf({ importClause }: ts.ImportDeclaration): readonly string[] {
  const bindings = importClause?.namedBindings;
  const named = bindings === undefined || ts.isNamespaceImport(bindings) ? [bindings] : bindings.elements;
  return [importClause, ...named].flatMap((binding) => binding?.name?.text ?? []);
}
