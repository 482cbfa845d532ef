import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { calledDeclaration } from './callee';
import { importOf, requiredModule } from './imports';
import { bare } from './scopes';

/** A function of Node's own library: the module that declares it (without `node:`) and its name there. */
export interface Builtin {
  readonly module: string;
  readonly name: string;
  readonly declaration: ts.Declaration;
}

/** What a call goes to when Node's types declare it, under whatever name the program knows it. */
export function builtinOf(analysis: Analysis, call: ts.CallExpression): Builtin | undefined {
  const declaration = calledDeclaration(analysis, call);
  if (declaration === undefined) {
    return requiredBuiltin(analysis, call);
  }
  return ts.isJSDocSignature(declaration)
    ? undefined
    : (builtinAt(declaration) ?? builtinAt(declarationOfCallee(analysis, call)));
}

/** Whether a call's function is declared by one of Node's modules. */
export function isFromNode(analysis: Analysis, call: ts.CallExpression, module: string): boolean {
  const declaration = calledDeclaration(analysis, call);
  return declaration !== undefined && moduleAround(declaration) === module;
}

/** The exports of one of Node's modules, under either of its names, by name. */
export function exportsOf(analysis: Analysis, module: string): ReadonlyMap<string, ts.Symbol> {
  const { checker } = analysis;
  const names = [`"${module}"`, `"node:${module}"`];
  const ambient = checker.getAmbientModules().find(({ name }) => names.includes(name));
  const exported = ambient === undefined ? [] : checker.getExportsOfModule(ambient);
  return new Map(exported.map((symbol) => [symbol.name, symbol]));
}

function builtinAt(declaration: ts.Declaration | undefined): Builtin | undefined {
  const module = declaration === undefined ? undefined : moduleAround(declaration);
  const name = declaration === undefined ? undefined : ts.getNameOfDeclaration(declaration);
  return declaration === undefined || module === undefined || name === undefined || !ts.isIdentifier(name)
    ? undefined
    : { module, name: name.text, declaration };
}

/** Functions such as `statSync` are declared as constants, whose type alone has signatures. */
function declarationOfCallee(analysis: Analysis, call: ts.CallExpression): ts.Declaration | undefined {
  const { checker } = analysis;
  const callee = bare(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const symbol = checker.getSymbolAtLocation(name);
  const target =
    symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = target?.valueDeclaration ?? target?.declarations?.[0];
  if (declaration === undefined || !ts.isBindingElement(declaration)) {
    return declaration;
  }
  const property = declaration.propertyName ?? declaration.name;
  const source = checker.getTypeAtLocation(declaration.parent);
  return ts.isIdentifier(property) ? source.getProperty(property.text)?.valueDeclaration : undefined;
}

/** In TypeScript `require` gives anything: which module it loads is known all the same. */
function requiredBuiltin(analysis: Analysis, call: ts.CallExpression): Builtin | undefined {
  const callee = bare(call.expression);
  const isMember = ts.isPropertyAccessExpression(callee);
  const root = isMember ? bare(callee.expression) : callee;
  const whole = requiredModule(root);
  const from =
    whole !== undefined
      ? { module: whole, name: '*' }
      : ts.isIdentifier(root)
        ? importOf(analysis, root)
        : undefined;
  const name = isMember ? callee.name.text : from?.name;
  if (from === undefined || name === undefined || (isMember && from.name !== '*')) {
    return undefined;
  }
  return builtinAt(exportsOf(analysis, from.module.replace(/^node:/, '')).get(name)?.declarations?.[0]);
}

/** The module of Node's types that a declaration stands in, without `node:`. */
function moduleAround(declaration: ts.Node): string | undefined {
  if (!declaration.getSourceFile().fileName.includes('/node_modules/@types/node/')) {
    return undefined;
  }
  const module = ts.findAncestor(
    declaration,
    (node): node is ts.ModuleDeclaration => ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name),
  );
  return module?.name.text.replace(/^node:/, '');
}
