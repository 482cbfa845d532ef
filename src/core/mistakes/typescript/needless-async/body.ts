import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { runNodes } from '../semantics/inside';
import { isFromLibrary, maybePromise } from '../semantics/promises';
import { rootOf } from '../semantics/names';
import { bare } from '../semantics/scopes';

/** Whether a body is still to be written: empty, or nothing but a `throw`. */
export function isStub(body: ts.ConciseBody): boolean {
  return ts.isBlock(body) && body.statements.every((statement) => ts.isThrowStatement(statement));
}

/** Whether a body may bring, or may drop, a promise: then it is async for a reason, or the await is what is missing. */
export function mayBringPromise(analysis: Analysis, body: ts.ConciseBody): boolean {
  const { checker } = analysis;
  if (!ts.isBlock(body) && maybePromise(analysis, checker.getTypeAtLocation(body))) {
    return true;
  }
  return runNodes(body).some((node) => {
    if (ts.isReturnStatement(node)) {
      return (
        node.expression !== undefined && maybePromise(analysis, checker.getTypeAtLocation(node.expression))
      );
    }
    if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node) || ts.isNewExpression(node)) {
      const type = checker.getTypeAtLocation(node);
      return type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)
        ? !isHarmless(analysis, node)
        : maybePromise(analysis, type) && !(type.flags & ts.TypeFlags.Never);
    }
    return false;
  });
}

/** Whether a call that gives anything surely gives no promise: the language's own, or of a name that nobody declares. */
function isHarmless(
  analysis: Analysis,
  node: ts.CallExpression | ts.TaggedTemplateExpression | ts.NewExpression,
): boolean {
  const { checker } = analysis;
  const declaration = checker.getResolvedSignature(node)?.declaration;
  if (declaration !== undefined) {
    return analysis.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
  }
  const callee = bare(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression);
  const root = rootOf(callee);
  const symbol = ts.isIdentifier(root) ? checker.getSymbolAtLocation(root) : undefined;
  return ts.isIdentifier(root) && (symbol === undefined || isFromLibrary(analysis, symbol));
}
