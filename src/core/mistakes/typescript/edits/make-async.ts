import { ts } from '@ts-morph/common';
import type { TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { isPromise } from '../semantics/promises';
import { callOf, referencesTo } from '../semantics/references';
import { canAwait, dressed, isAsync, isGenerator, scopeOf } from '../semantics/scopes';
import { awaitEdits } from './await';
import { insert } from './text';

/** Callers of callers that a fix follows; a longer way is not worth one keystroke's surprise. */
const depthLimit = 3;

/** Whose callers have to follow: those of functions that only this file can call, or those in the file of any function. */
type Reach = 'file' | 'anywhere';

/** How far a fix follows callers, and by which functions it came. */
interface Way {
  readonly reach: Reach;
  readonly visited: ReadonlySet<ts.Node>;
}

/**
 * The edits that make a plain function async, its callers in the file awaiting it, or undefined when some caller could
 * not follow: it is unknown, wants the value at once, or, unless any function will do, is in another file.
 */
export function asyncEdits(
  analysis: Analysis,
  node: ts.FunctionLikeDeclaration,
  reach: Reach,
  visited: ReadonlySet<ts.Node> = new Set(),
): readonly TextEdit[] | undefined {
  if (isAsync(node)) {
    return [];
  }
  if (isGenerator(node) || visited.has(node) || visited.size >= depthLimit) {
    return undefined;
  }
  const keyword = asyncKeyword(node);
  const signature = analysis.checker.getSignatureFromDeclaration(node);
  if (keyword === undefined || signature === undefined) {
    return undefined;
  }
  if (isPromise(analysis, signature.getReturnType())) {
    return [keyword];
  }
  const name = calledBy(node, reach);
  const annotation = promisedAnnotation(node);
  if (name === undefined || annotation === undefined) {
    return undefined;
  }
  const callers = callerEdits(analysis, name, { reach, visited: new Set([...visited, node]) });
  return callers === undefined ? undefined : [keyword, ...annotation, ...callers];
}

/** The edit that writes `async` in front of a function, or undefined where the word cannot stand. */
export function asyncKeyword(node: ts.FunctionLikeDeclaration): TextEdit | undefined {
  if (ts.isConstructorDeclaration(node) || ts.isAccessor(node) || node.body === undefined) {
    return undefined;
  }
  if (ts.isMethodDeclaration(node)) {
    return insert(node.name.getStart(), 'async ');
  }
  const keyword = node.getChildren().find((child) => child.kind === ts.SyntaxKind.FunctionKeyword);
  return insert(keyword?.getStart() ?? node.getStart(), 'async ');
}

/** The edits that turn a written return type T into Promise<T>; undefined when T cannot be promised. */
export function promisedAnnotation(node: ts.FunctionLikeDeclaration): readonly TextEdit[] | undefined {
  if (node.type === undefined) {
    return [];
  }
  if (ts.isTypePredicateNode(node.type) || ts.isThisTypeNode(node.type)) {
    return undefined;
  }
  return [insert(node.type.getStart(), 'Promise<'), insert(node.type.end, '>')];
}

/** The name under which a function is called; for the reach of a file, only when nobody else can call it. */
function calledBy(node: ts.FunctionLikeDeclaration, reach: Reach): ts.Identifier | undefined {
  if (ts.isFunctionDeclaration(node)) {
    return reach === 'file' && node.modifiers?.length ? undefined : node.name;
  }
  if (ts.isMethodDeclaration(node)) {
    return isOwnMethod(node, reach) && ts.isIdentifier(node.name) ? node.name : undefined;
  }
  const { parent } = dressed(node);
  if (!ts.isVariableDeclaration(parent) || parent.type !== undefined || !ts.isIdentifier(parent.name)) {
    return undefined;
  }
  const statement = parent.parent.parent;
  const isConst = (ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const) !== 0;
  const isReached =
    reach === 'anywhere' || (ts.isVariableStatement(statement) && !statement.modifiers?.length);
  return isConst && isReached ? parent.name : undefined;
}

/** Whether a method belongs to nothing but its class, and, for the reach of a file, to a class that stays in it. */
function isOwnMethod(node: ts.MethodDeclaration, reach: Reach): boolean {
  const owner = node.parent;
  if (!ts.isClassLike(owner) || owner.heritageClauses !== undefined || ts.getDecorators(node) !== undefined) {
    return false;
  }
  return (
    reach === 'anywhere' ||
    (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false)
  );
}

function callerEdits(analysis: Analysis, name: ts.Identifier, way: Way): readonly TextEdit[] | undefined {
  const symbol = analysis.checker.getSymbolAtLocation(name);
  if (symbol === undefined || (symbol.declarations?.length ?? 0) !== 1) {
    return undefined;
  }
  const edits: TextEdit[] = [];
  for (const mention of referencesTo(analysis, symbol)) {
    if (way.reach === 'anywhere' && ts.isExportSpecifier(mention.parent)) {
      continue;
    }
    const call = callOf(mention);
    const follow = call === undefined ? undefined : followEdits(analysis, call, way);
    if (follow === undefined) {
      return undefined;
    }
    edits.push(...follow);
  }
  return edits;
}

function followEdits(analysis: Analysis, call: ts.CallExpression, way: Way): readonly TextEdit[] | undefined {
  if (ts.isAwaitExpression(dressed(call).parent)) {
    return [];
  }
  if (canAwait(analysis, call)) {
    return awaitEdits(call);
  }
  const scope = scopeOf(call);
  const around =
    scope.kind === 'function' ? asyncEdits(analysis, scope.node, way.reach, way.visited) : undefined;
  return around === undefined ? undefined : [...awaitEdits(call), ...around];
}
