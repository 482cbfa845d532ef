import { ts } from '@ts-morph/common';
import type { TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { requiredModule } from '../semantics/imports';
import { leaving } from './leaving-imports';
import { importsOf, openImport, presentImport, type Wanted } from './present-imports';
import { insert, replace } from './text';

/** The edits that import a name, none where it is there already, and what it is called in the file. */
export interface Imported {
  readonly local: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Imports a name in the file's own style (`import` or `require`), merged into what is imported from that module already,
 * under another name where its own is taken. `replaced` is the name whose only use goes away: so does its import.
 */
export function importEdits(
  analysis: Analysis,
  wanted: Wanted,
  replaced: ts.Identifier | undefined,
): Imported {
  const present = presentImport(analysis, wanted);
  if (present !== undefined) {
    return { local: present, edits: leaving(analysis, replaced)?.edits ?? [] };
  }
  const local = freeName(analysis, wanted.name);
  const left = leaving(analysis, replaced);
  const named = local === wanted.name ? wanted.name : undefined;
  const open = openImport(analysis, wanted.module);
  if (open !== undefined) {
    const specifier = named ?? (open.isRequire ? `${wanted.name}: ${local}` : `${wanted.name} as ${local}`);
    return {
      local,
      edits: [insert(open.end, `${open.isEmpty ? '' : ', '}${specifier}`), ...(left?.edits ?? [])],
    };
  }
  const isRequire = usesRequire(analysis);
  const quote = quoteOf(analysis);
  const end = semicolonOf(analysis);
  const from = `${quote}${wanted.module}${quote}`;
  const statement = isRequire
    ? `const { ${named ?? `${wanted.name}: ${local}`} } = require(${from})${end}`
    : `import { ${named ?? `${wanted.name} as ${local}`} } from ${from}${end}`;
  if (left?.whole !== undefined) {
    return { local, edits: [replace(left.whole.getStart(), left.whole.end, statement)] };
  }
  return { local, edits: [insertion(analysis, statement), ...(left?.edits ?? [])] };
}

/** Whether the file takes its modules by `require`. */
function usesRequire(analysis: Analysis): boolean {
  const modules = importsOf(analysis);
  const hasImport = analysis.sourceFile.statements.some(
    (statement) => ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement),
  );
  return !hasImport && (modules.length > 0 || /\.c[jt]s$/.test(analysis.sourceFile.fileName));
}

function freeName({ identifiers }: Analysis, name: string): string {
  let free = name;
  for (let attempt = 1; identifiers.get(free)?.some((node) => !isMemberName(node)) === true; attempt += 1) {
    free = attempt === 1 ? `${name}Async` : `${name}Async${attempt}`;
  }
  return free;
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ((ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertySignature(parent)) &&
      parent.name === node)
  );
}

function quoteOf(analysis: Analysis): string {
  const literal = analysis.nodes.find(ts.isStringLiteral);
  return literal?.getText().startsWith('"') === true ? '"' : "'";
}

function semicolonOf({ sourceFile }: Analysis): string {
  const plain = sourceFile.statements.find(
    (statement) =>
      ts.isImportDeclaration(statement) ||
      ts.isVariableStatement(statement) ||
      ts.isExpressionStatement(statement),
  );
  return plain === undefined || plain.getText().endsWith(';') ? ';' : '';
}

/** A new statement after the last import, or before the first statement of a file that has none. */
function insertion(analysis: Analysis, statement: string): TextEdit {
  const { sourceFile } = analysis;
  const newline = /\r?\n/.exec(sourceFile.text)?.[0] ?? '\n';
  const imports = sourceFile.statements.filter(
    (candidate) =>
      ts.isImportDeclaration(candidate) ||
      ts.isImportEqualsDeclaration(candidate) ||
      (ts.isVariableStatement(candidate) &&
        candidate.declarationList.declarations.some(
          (declaration) => requiredModule(declaration.initializer) !== undefined,
        )),
  );
  const last = imports.at(-1);
  if (last !== undefined) {
    return insert(last.end, `${newline}${statement}`);
  }
  const first = sourceFile.statements.find(
    (candidate) => !(ts.isExpressionStatement(candidate) && ts.isStringLiteral(candidate.expression)),
  );
  return insert(first?.getStart() ?? 0, `${statement}${newline}`);
}
