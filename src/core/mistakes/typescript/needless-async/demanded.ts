import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { dressed } from '../semantics/scopes';
import { isPrivate } from './callers';

/** What frameworks look for by name and await: routes, pages, handlers, migrations, hooks of a life cycle. */
const awaitedByName: ReadonlySet<string> = new Set([
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'middleware', 'proxy', 'handler', 'handle'],
  ...['getServerSideProps', 'getStaticProps', 'getStaticPaths', 'getInitialProps', 'generateMetadata'],
  ...['generateStaticParams', 'generateViewport', 'generateSitemaps', 'register', 'instrument'],
  ...['loader', 'action', 'clientLoader', 'clientAction', 'load', 'onRequest', 'setup', 'teardown'],
  ...['globalSetup', 'globalTeardown', 'up', 'down', 'seed', 'activate', 'deactivate', 'run', 'execute'],
]);

/** Whether something around a function asks for a promise, or may: its type, its class, its framework, its directive. */
export function isMeantToBeAsync(analysis: Analysis, node: ts.FunctionLikeDeclaration): boolean {
  if (hasDirective(analysis.sourceFile.statements) || (node.body !== undefined && isDirected(node.body))) {
    return true;
  }
  if (ts.isFunctionDeclaration(node)) {
    return isAwaitedExport(node, node.name?.text) || hasOverloads(analysis, node);
  }
  return ts.isMethodDeclaration(node) ? isPartOfOwner(analysis, node) : isGivenAway(analysis, node);
}

/** `'use server'` and `'use cache'` ask for async functions. */
function hasDirective(statements: readonly ts.Statement[]): boolean {
  const [first] = statements;
  return (
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isStringLiteral(first.expression) &&
    /^use (?:server|cache|workflow|step)/.test(first.expression.text)
  );
}

function isDirected(body: ts.ConciseBody): boolean {
  return ts.isBlock(body) && hasDirective(body.statements);
}

function isAwaitedExport(
  node: ts.FunctionDeclaration | ts.VariableStatement,
  name: string | undefined,
): boolean {
  const has = (wanted: ts.SyntaxKind) => node.modifiers?.some(({ kind }) => kind === wanted) === true;
  return (
    has(ts.SyntaxKind.DefaultKeyword) ||
    (has(ts.SyntaxKind.ExportKeyword) && name !== undefined && awaitedByName.has(name))
  );
}

function hasOverloads(analysis: Analysis, node: ts.FunctionDeclaration | ts.MethodDeclaration): boolean {
  const symbol = node.name === undefined ? undefined : analysis.checker.getSymbolAtLocation(node.name);
  return (symbol?.declarations?.length ?? 1) > 1;
}

function isPartOfOwner(analysis: Analysis, node: ts.MethodDeclaration): boolean {
  const owner = node.parent;
  if (ts.isObjectLiteralExpression(owner)) {
    return isObjectGivenAway(analysis, owner);
  }
  return isPartOfClass(analysis, node, owner) || hasOverloads(analysis, node);
}

/** Whether a class's member overrides or implements something, or may: bases that are not known may have it too. */
function isPartOfClass(
  analysis: Analysis,
  node: ts.MethodDeclaration | ts.PropertyDeclaration,
  owner: ts.ClassLikeDeclaration | ts.ObjectLiteralExpression,
): boolean {
  if (
    !ts.isClassLike(owner) ||
    ts.getDecorators(node) !== undefined ||
    ts.getDecorators(owner) !== undefined
  ) {
    return true;
  }
  if (isPrivate(node)) {
    return false;
  }
  const name = node.name.getText();
  const isAsked =
    ts.isComputedPropertyName(node.name) || awaitedByName.has(name) || isGivenToOthers(analysis, owner);
  return (
    isAsked ||
    (owner.heritageClauses ?? []).some(({ types }) => types.some((type) => hasMember(analysis, type, name)))
  );
}

/** A class that others use may be one of several with the same methods, or be made to be extended. */
function isGivenToOthers(analysis: Analysis, owner: ts.ClassLikeDeclaration): boolean {
  if (owner.name === undefined) {
    return !ts.isExpressionStatement(dressed(owner).parent);
  }
  const mentions = analysis.identifiers.get(owner.name.text) ?? [];
  return (
    (owner.modifiers?.length ?? 0) > 0 ||
    mentions.some((name) => name !== owner.name && !isMakingOrNaming(name))
  );
}

function isMakingOrNaming(name: ts.Identifier): boolean {
  const { parent } = name;
  return (
    ts.isNewExpression(parent) || ts.isTypeReferenceNode(parent) || ts.isPropertyAccessExpression(parent)
  );
}

function hasMember(analysis: Analysis, base: ts.ExpressionWithTypeArguments, name: string): boolean {
  const type = analysis.checker.getTypeAtLocation(base);
  const isUnknown = (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
  return isUnknown || analysis.checker.getPropertyOfType(type, name) !== undefined;
}

/** Whether a function literal stands where somebody may want a promise: as an argument, a member, an exported value. */
function isGivenAway(analysis: Analysis, node: ts.FunctionLikeDeclaration): boolean {
  const outer = dressed(node);
  const { parent } = outer;
  if (ts.isVariableDeclaration(parent)) {
    const statement = parent.parent.parent;
    const name = ts.isIdentifier(parent.name) ? parent.name.text : undefined;
    return (
      parent.type !== undefined || (ts.isVariableStatement(statement) && isAwaitedExport(statement, name))
    );
  }
  if (ts.isPropertyDeclaration(parent)) {
    return parent.type !== undefined || isPartOfClass(analysis, parent, parent.parent);
  }
  if (ts.isPropertyAssignment(parent)) {
    return isObjectGivenAway(analysis, parent.parent);
  }
  if (ts.isCallExpression(parent) && parent.expression === outer) {
    return !ts.isExpressionStatement(parent.parent) && !ts.isAwaitExpression(parent.parent);
  }
  return !ts.isExpressionStatement(parent) && !ts.isAwaitExpression(parent);
}

/** An object keeps its functions to itself in a local variable without a type, or where it is looked at on the spot. */
function isObjectGivenAway(analysis: Analysis, object: ts.ObjectLiteralExpression): boolean {
  const { parent } = dressed(object);
  if (ts.isExpressionStatement(parent)) {
    return false;
  }
  if (!ts.isVariableDeclaration(parent) || parent.type !== undefined || !ts.isIdentifier(parent.name)) {
    return true;
  }
  const statement = parent.parent.parent;
  const isExported = ts.isVariableStatement(statement) && (statement.modifiers?.length ?? 0) > 0;
  const mentions = analysis.identifiers.get(parent.name.text) ?? [];
  return (
    isExported ||
    mentions.some(
      (mention) =>
        mention !== parent.name &&
        !(ts.isPropertyAccessExpression(mention.parent) && mention.parent.expression === mention),
    )
  );
}
