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
  if (!ts.isBlock(body) && mayBePromise(analysis, body)) {
    return true;
  }
  return runNodes(body).some((node) => {
    if (ts.isReturnStatement(node)) {
      return node.expression !== undefined && mayBePromise(analysis, node.expression);
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

function mayBePromise(analysis: Analysis, expression: ts.Expression): boolean {
  const node = bare(expression);
  const isPlain =
    (ts.isCallExpression(node) && isOfText(analysis, node)) ||
    (ts.isPropertyAccessExpression(node) && node.name.text === 'length');
  return !isPlain && maybePromise(analysis, analysis.checker.getTypeAtLocation(node));
}

/** What only texts and lists have, or the language itself: it brings no promise, whatever it is called on. */
const plain =
  /^(?:split|trim|trimStart|trimEnd|toUpperCase|toLowerCase|padStart|padEnd|charAt|charCodeAt|substring|replaceAll|startsWith|endsWith|toFixed|filter|some|every|includes|indexOf|join|push|concat|sort|reverse)$/;

function isOfText(analysis: Analysis, node: ts.CallExpression): boolean {
  const callee = bare(node.expression);
  return (
    ts.isPropertyAccessExpression(callee) &&
    (callee.getText() === 'JSON.parse' ||
      (plain.test(callee.name.text) &&
        (analysis.checker.getTypeAtLocation(callee.expression).flags & ts.TypeFlags.Any) !== 0))
  );
}

/** Whether a call that gives anything surely gives no promise: the language's own, or of a name that nobody declares. */
function isHarmless(
  analysis: Analysis,
  node: ts.CallExpression | ts.TaggedTemplateExpression | ts.NewExpression,
): boolean {
  const { checker } = analysis;
  if (ts.isCallExpression(node) && isOfText(analysis, node)) {
    return true;
  }
  const declaration = checker.getResolvedSignature(node)?.declaration;
  if (declaration !== undefined) {
    return analysis.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
  }
  const callee = bare(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression);
  const root = rootOf(callee);
  const symbol = ts.isIdentifier(root) ? checker.getSymbolAtLocation(root) : undefined;
  return ts.isIdentifier(root) && (symbol === undefined || isFromLibrary(analysis, symbol));
}
