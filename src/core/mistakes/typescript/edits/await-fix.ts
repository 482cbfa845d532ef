import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { functionName } from '../describe';
import { followsPromise } from '../semantics/async-code';
import { calledName } from '../semantics/names';
import { canAwait, dressed, isAsync, isFunctionLiteral, runsAtOnce, scopeOf } from '../semantics/scopes';
import { asyncEdits, asyncKeyword, promisedAnnotation } from './make-async';
import { sorted } from './text';

/**
 * The fix whose edits need `await` to be allowed at a place: as they are in async code, with the function around made
 * async where its callers can follow or a promise's chain waits for it, offered only where nobody waits for a callback,
 * and none elsewhere.
 */
export function awaitingFix(
  analysis: Analysis,
  place: ts.Node,
  title: string,
  edits: readonly TextEdit[],
  preferred = true,
): readonly Fix[] {
  if (canAwait(analysis, place)) {
    return [{ title, preferred, edits: sorted(edits) }];
  }
  const scope = scopeOf(place);
  if (scope.kind !== 'function' || isAsync(scope.node)) {
    return [];
  }
  const titled = l10n.t('{0} and make {1} async', title, functionName(scope.node));
  const around = asyncEdits(analysis, scope.node, 'file');
  if (around !== undefined) {
    return [{ title: titled, preferred, edits: sorted([...edits, ...around]) }];
  }
  const keyword = asyncKeyword(scope.node);
  const annotation = promisedAnnotation(scope.node);
  const isAwaited = followsPromise(analysis, scope.node);
  const mayPromise = isAwaited || isFreeCallback(analysis, scope.node);
  if (keyword === undefined || annotation === undefined || !mayPromise) {
    return [];
  }
  return [
    { title: titled, preferred: preferred && isAwaited, edits: sorted([...edits, keyword, ...annotation]) },
  ];
}

/**
 * The fix that makes a plain function async which awaits already, and so could never run: nobody can depend on it yet,
 * wherever its callers are. It is only offered where those in the file want the value at once, and for callbacks.
 */
export function asyncFix(analysis: Analysis, node: ts.FunctionLikeDeclaration): readonly Fix[] {
  const title = l10n.t('Make {0} async', functionName(node));
  const followed = asyncEdits(analysis, node, 'anywhere');
  if (followed !== undefined) {
    return [{ title, preferred: true, edits: sorted(followed) }];
  }
  const keyword = asyncKeyword(node);
  const annotation = promisedAnnotation(node);
  return keyword === undefined || annotation === undefined || runsAtOnce(analysis, node)
    ? []
    : [{ title, preferred: false, edits: sorted([keyword, ...annotation]) }];
}

/** Whether a function is a callback whose result is not looked at, as an event's handler is. */
function isFreeCallback(analysis: Analysis, node: ts.FunctionLikeDeclaration): boolean {
  if (!isFunctionLiteral(node) || node.asteriskToken !== undefined || runsAtOnce(analysis, node)) {
    return false;
  }
  const { parent } = dressed(node);
  if (ts.isCallExpression(parent) && calledName(parent) === 'forEach') {
    return false;
  }
  const isArgument = ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === node);
  const isHandler = ts.isJsxExpression(parent) || (ts.isBinaryExpression(parent) && parent.right === node);
  if (!isArgument && !isHandler) {
    return false;
  }
  const wanted = analysis.checker.getContextualType(node);
  const signature =
    wanted === undefined ? undefined : analysis.checker.getNonNullableType(wanted).getCallSignatures()[0];
  return signature !== undefined && (signature.getReturnType().flags & ts.TypeFlags.VoidLike) !== 0;
}
