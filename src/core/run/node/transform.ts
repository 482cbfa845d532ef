import { Script } from 'node:vm';
import { ts } from '@ts-morph/common';
import MagicString from 'magic-string';
import { blankSourceFile } from 'ts-blank-space';
import { hasEarlyError } from './early-errors';
import { Editor } from './instrument/editor';
import { instrument } from './instrument/instrument';
import type { Site } from './instrument/site';
import { composeMaps, type SourceMap } from './source-map';

export type ModuleFormat = 'module' | 'commonjs';

export interface TransformRequest {
  /** Absolute path; its extension says the language. */
  readonly path: string;
  readonly source: string;
  /** Null where the source decides. */
  readonly format: ModuleFormat | null;
  /** Number of the first site, null for a module that is not to be recorded. */
  readonly firstSite: number | null;
}

export interface Transformed {
  readonly code: string;
  readonly format: ModuleFormat;
  readonly sites: readonly Site[];
}

/**
 * The JavaScript that is run for a module: types taken out, the recorder's calls put in, every line where it was,
 * and a source map for the columns. Null when the source does not parse, so that Node itself may say so.
 */
export function transform({ path, source, format, firstSite }: TransformRequest): Transformed | null {
  const isTypeScript = /\.[cm]?tsx?$/.test(path);
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, true, kindOf(path));
  if (hasSyntaxError(file)) {
    return null;
  }
  const wanted = format ?? (isModule(file) ? 'module' : 'commonjs');
  const blanked = isTypeScript ? blank(file, wanted) : source;
  const text = new MagicString(blanked ?? source);
  const editor = new Editor(file, text, firstSite ?? 0);
  if (firstSite !== null && !hasEarlyError(blanked ?? compile(source, path, wanted).code, wanted)) {
    instrument(editor);
  } else if (!isTypeScript) {
    return null;
  }
  const { mappings } = text.generateMap({ hires: 'boundary' });
  const map: SourceMap = { version: 3, sources: [path], sourcesContent: [source], names: [], mappings };
  const compiled = blanked === null ? compile(text.toString(), path, wanted) : null;
  const code = compiled?.code ?? text.toString();
  const url = urlOf(compiled === null ? map : composeMaps(compiled.map, map));
  return {
    code: `${code}\n//# sourceMappingURL=${url}`,
    format: wanted,
    sites: editor.sites,
  };
}

/** Erases the types; null where more than erasing is needed. */
function blank(file: ts.SourceFile, format: ModuleFormat): string | null {
  const needsMore = file.fileName.endsWith('x') || (format === 'commonjs' && isModule(file));
  if (needsMore || (!knowsUsing() && declaresUsing(file))) {
    return null;
  }
  const notErasable: number[] = [];
  const sameCompiler: unknown = file;
  const blanked = blankSourceFile(sameCompiler as Parameters<typeof blankSourceFile>[0], ({ pos }) => {
    notErasable.push(pos);
  });
  return notErasable.length === 0 ? blanked : null;
}

/** Does more than erase types; the map is that of this step, as text. */
function compile(code: string, path: string, format: ModuleFormat): { code: string; map: string } {
  const output = ts.transpileModule(code, {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: format === 'module' ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS,
      jsx: ts.JsxEmit.ReactJSX,
      esModuleInterop: true,
      experimentalDecorators: true,
      sourceMap: true,
    },
  });
  const emitted = output.outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
  return { code: emitted, map: output.sourceMapText ?? '' };
}

/** True when only an ES module may say what this file says. */
function isModule(file: ts.SourceFile): boolean {
  return file.statements.some(isModuleStatement) || usesModuleSyntax(file);
}

function isModuleStatement(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement)) {
    return statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
  }
  if (ts.isExportDeclaration(statement)) {
    return !statement.isTypeOnly;
  }
  if (ts.isExportAssignment(statement)) {
    return statement.isExportEquals !== true;
  }
  const isTypeOnly = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return !isTypeOnly && (modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
}

/** Finds `import.meta` and `await` outside functions. */
function usesModuleSyntax(node: ts.Node): boolean {
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
    return true;
  }
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)) {
    return !isInFunction(node);
  }
  return ts.forEachChild(node, usesModuleSyntax) ?? false;
}

function declaresUsing(node: ts.Node): boolean {
  const isUsing = ts.isVariableDeclarationList(node) && /^(?:await\s+)?using\s/.test(node.getText());
  return isUsing || (ts.forEachChild(node, declaresUsing) ?? false);
}

/** `using` is younger than some of the Nodes that programs run on. */
function knowsUsing(): boolean {
  try {
    return new Script('{ using nothing = null; }') instanceof Script;
  } catch {
    return false;
  }
}

function isInFunction(node: ts.Node): boolean {
  return ts.findAncestor(node, ts.isFunctionLike) !== undefined;
}

function hasSyntaxError(file: ts.SourceFile): boolean {
  const diagnostics: unknown = Reflect.get(file, 'parseDiagnostics');
  return Array.isArray(diagnostics) && diagnostics.length > 0;
}

function kindOf(path: string): ts.ScriptKind {
  if (path.endsWith('.tsx')) {
    return ts.ScriptKind.TSX;
  }
  return /\.[cm]?ts$/.test(path) ? ts.ScriptKind.TS : ts.ScriptKind.JS;
}

function urlOf(map: SourceMap): string {
  return `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
}
