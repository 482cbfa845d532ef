import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { callOf, privateReferencesTo, referencesTo } from '../semantics/references';
import { bare, dressed } from '../semantics/scopes';

/** Who calls a function in its file; `isClosed` when nobody else can. */
export interface Callers {
  readonly calls: readonly ts.Expression[];
  readonly isClosed: boolean;
}

/**
 * The calls of an async function, or undefined when it is handed on as a value, and so may have to return a promise.
 * A call that starts where one of the `mistaken` ones does misses its await, and counts as if it had it.
 */
export function callersOf(
  analysis: Analysis,
  node: ts.FunctionLikeDeclaration,
  mistaken: ReadonlySet<number>,
): Callers | undefined {
  const name = nameOf(node);
  if (name === undefined) {
    const outer = dressed(node).parent;
    const isCalled = ts.isCallExpression(outer) && bare(outer.expression) === node;
    return { calls: isCalled ? [dressed(outer) as ts.Expression] : [], isClosed: isCalled };
  }
  const symbol = analysis.checker.getSymbolAtLocation(name);
  if (symbol === undefined) {
    return { calls: [], isClosed: false };
  }
  const calls: ts.Expression[] = [];
  let isClosed = isOwn(node);
  const mentions = ts.isPrivateIdentifier(name)
    ? privateReferencesTo(analysis, symbol)
    : referencesTo(analysis, symbol);
  for (const mention of mentions) {
    const call = callOf(mention);
    if (call !== undefined) {
      calls.push(dressed(call) as ts.Expression);
    } else if (ts.isExportSpecifier(mention.parent)) {
      isClosed = false;
    } else if (!isTypeQuery(mention)) {
      return undefined;
    }
  }
  return calls.every((call) => mistaken.has(call.getStart()) || mayBePlain(call))
    ? { calls, isClosed }
    : undefined;
}

function nameOf(node: ts.FunctionLikeDeclaration): ts.Identifier | ts.PrivateIdentifier | undefined {
  if (node.name !== undefined) {
    return isPlainName(node.name) ? node.name : undefined;
  }
  const { parent } = dressed(node);
  const isHolder =
    ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isHolder && isPlainName(parent.name) ? parent.name : undefined;
}

function isPlainName(name: ts.Node): name is ts.Identifier | ts.PrivateIdentifier {
  return ts.isIdentifier(name) || ts.isPrivateIdentifier(name);
}

function isTypeQuery(mention: ts.Node): boolean {
  return ts.findAncestor(mention, ts.isTypeNode) !== undefined;
}

/** Whether a call is awaited, dropped, chained or awaited with others: nobody keeps its promise as such. */
function mayBePlain(call: ts.Expression): boolean {
  const { parent } = call;
  return (
    ts.isAwaitExpression(parent) ||
    ts.isExpressionStatement(parent) ||
    ts.isVoidExpression(parent) ||
    (ts.isPropertyAccessExpression(parent) && /^(?:then|catch|finally)$/.test(parent.name.text)) ||
    (ts.isArrayLiteralExpression(parent) && /^Promise\.\w+\($/.test(textBefore(parent)))
  );
}

function textBefore({ parent }: ts.ArrayLiteralExpression): string {
  return ts.isCallExpression(parent) ? `${parent.expression.getText()}(` : '';
}

/** Whether only its own class can reach a member. */
export function isPrivate(member: ts.ClassElement): boolean {
  return (
    (member.name !== undefined && ts.isPrivateIdentifier(member.name)) ||
    (ts.canHaveModifiers(member) &&
      (ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false))
  );
}

/** Whether only this file can call a function: it is not exported, and no public member. */
function isOwn(node: ts.FunctionLikeDeclaration): boolean {
  if (ts.isFunctionDeclaration(node)) {
    return (node.modifiers ?? []).every(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  }
  const { parent } = dressed(node);
  if (ts.isVariableDeclaration(parent)) {
    const statement = parent.parent.parent;
    return !ts.isVariableStatement(statement) || (statement.modifiers?.length ?? 0) === 0;
  }
  const member = ts.isPropertyDeclaration(parent) ? parent : node;
  return ts.isClassElement(member) && isPrivate(member);
}
