import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { builtinOf } from './builtins';
import { calledDeclaration } from './callee';
import { functionCalledBy } from './calls';
import { contains, writtenBy } from './inside';
import { calledName, rootOf } from './names';
import { once } from './once';
import { isFromLibrary } from './promises';
import { bare, isFunction, isPromiseConstructor } from './scopes';

/** `own`: keeps its work to itself; `shared`: changes what others see too; `unknown`: its code is not there to read. */
export type Effect = 'own' | 'shared' | 'unknown';

/** Methods of the language's own library that change what they are called on. */
const changing: ReadonlySet<string> = new Set([
  ...['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
  ...['set', 'add', 'delete', 'clear', 'next', 'return', 'throw', 'append', 'assign', 'defineProperty'],
]);

/** What Node's modules offer that others do not notice. */
const quiet: ReadonlySet<string> = new Set([
  ...['timers', 'timers/promises', 'perf_hooks', 'path', 'url', 'util', 'os', 'crypto', 'console', 'globals'],
]);
const reading: ReadonlySet<string> = new Set(['readFile', 'stat', 'lstat', 'readdir', 'access', 'realpath']);

const effectsOf = once(() => new Map<ts.Node, Effect>());

/** What a call does besides bringing its result, by the code it runs, as far as that can be read. */
export function effectOf(analysis: Analysis, call: ts.CallExpression): Effect {
  const builtin = builtinOf(analysis, call);
  if (builtin !== undefined) {
    const isReading = /^fs(?:\/promises)?$/.test(builtin.module) && reading.has(builtin.name);
    return isReading || quiet.has(builtin.module) || isFetch(call) ? 'own' : 'unknown';
  }
  const called = functionCalledBy(analysis, call);
  if (called !== undefined) {
    return effectOfFunction(analysis, called);
  }
  const declaration = calledDeclaration(analysis, call);
  const isLibrary = declaration !== undefined && isWebOrLanguage(analysis, declaration.getSourceFile());
  const symbol = analysis.checker.getSymbolAtLocation(rootOf(call));
  const isConsole = symbol?.name === 'console';
  return isConsole || (isLibrary && (calledName(call) !== 'fetch' || isFetch(call))) ? 'own' : 'unknown';
}

/** Whether a file declares the language's own library, or what Node has of the web's: `fetch` and its responses. */
function isWebOrLanguage({ program }: Analysis, file: ts.SourceFile): boolean {
  return (
    program.isSourceFileDefaultLibrary(file) ||
    /\/node_modules\/(?:@types\/node\/web-globals|undici-types)\//.test(file.fileName)
  );
}

/** `fetch` that only reads: without options, or with options that name no method. */
function isFetch(call: ts.CallExpression): boolean {
  const [, options] = call.arguments;
  return (
    calledName(call) === 'fetch' &&
    (options === undefined ||
      (ts.isObjectLiteralExpression(options) &&
        options.properties.every(
          (property) => property.name !== undefined && !/method|body/.test(property.name.getText()),
        )))
  );
}

function effectOfFunction(analysis: Analysis, node: ts.FunctionLikeDeclaration): Effect {
  const known = effectsOf(analysis);
  const before = known.get(node);
  if (before !== undefined) {
    return before;
  }
  known.set(node, 'own');
  let effect: Effect = 'own';
  const look = (inner: ts.Node): void => {
    const found = effectAt(analysis, inner, node);
    effect = found === 'shared' || effect === 'shared' ? 'shared' : found === 'unknown' ? found : effect;
    ts.forEachChild(inner, look);
  };
  if (node.body !== undefined) {
    look(node.body);
  }
  known.set(node, effect);
  return effect;
}

function effectAt(analysis: Analysis, node: ts.Node, within: ts.FunctionLikeDeclaration): Effect {
  const written = writtenBy(node);
  if (written !== undefined) {
    return isOwn(analysis, written, within) ? 'own' : 'shared';
  }
  if (ts.isYieldExpression(node)) {
    return 'unknown';
  }
  if (ts.isNewExpression(node)) {
    const symbol = analysis.checker.getSymbolAtLocation(node.expression);
    return symbol !== undefined && isFromLibrary(analysis, symbol) ? 'own' : 'unknown';
  }
  if (!ts.isCallExpression(node)) {
    return 'own';
  }
  const callee = bare(node.expression);
  if (ts.isIdentifier(callee) && isResolver(analysis, callee)) {
    return 'own';
  }
  const isChange = ts.isPropertyAccessExpression(callee) && changing.has(callee.name.text);
  return isChange && !isOwn(analysis, callee.expression, within) ? 'shared' : effectOf(analysis, node);
}

/** Whether a name is a parameter of the function given to `new Promise`. */
function isResolver(analysis: Analysis, name: ts.Identifier): boolean {
  const declaration = analysis.checker.getSymbolAtLocation(name)?.valueDeclaration;
  const executor = declaration !== undefined && ts.isParameter(declaration) ? declaration.parent : undefined;
  return (
    executor !== undefined &&
    isFunction(executor) &&
    ts.isNewExpression(executor.parent) &&
    isPromiseConstructor(executor.parent)
  );
}

/** Whether what is written belongs to a running of the function alone: a variable of its own, or what it made itself. */
function isOwn(analysis: Analysis, expression: ts.Expression, within: ts.FunctionLikeDeclaration): boolean {
  const target = bare(expression);
  const root = rootOf(target);
  const declaration = ts.isIdentifier(root)
    ? analysis.checker.getSymbolAtLocation(root)?.valueDeclaration
    : undefined;
  if (declaration?.getSourceFile() !== within.getSourceFile()) {
    return false;
  }
  const isInside = within.pos <= declaration.pos && declaration.end <= within.end;
  if (root === target && !ts.isArrayLiteralExpression(target)) {
    const isWrite = writtenBy(target.parent) === target;
    return isInside && (isWrite || isFresh(declaration));
  }
  return isInside && isFresh(declaration);
}

function isFresh(declaration: ts.Declaration): boolean {
  const initializer =
    ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
      ? bare(declaration.initializer)
      : undefined;
  return (
    initializer !== undefined &&
    (ts.isArrayLiteralExpression(initializer) ||
      ts.isObjectLiteralExpression(initializer) ||
      ts.isNewExpression(initializer)) &&
    !contains(initializer, (node) => ts.isSpreadAssignment(node))
  );
}
