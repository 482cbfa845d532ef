import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { once } from './once';
import { isPlain, type Plainness } from './promises';

const typesOf = once(() => new Map<ts.Node, ts.Type>());

/**
 * What a call goes to: the declaration of its function, of any of its overloads when those are one function's. The call's
 * arguments, which cost most to type, are only looked at where different functions are left to choose from.
 */
export function calledDeclaration(
  analysis: Analysis,
  call: ts.CallExpression,
): ts.Signature['declaration'] | undefined {
  const callee = calleeType(analysis, call);
  const [first, ...others] = callee.getCallSignatures();
  return others.length === 0 || callee.getSymbol() !== undefined
    ? first?.declaration
    : analysis.checker.getResolvedSignature(call)?.declaration;
}

/** Whether a call surely brings no promise, whatever its arguments are, which are not looked at. */
export function isPlainCall(
  analysis: Analysis,
  call: ts.CallExpression | ts.NewExpression,
  plainness: Plainness,
): boolean {
  const callee = calleeType(analysis, call);
  const signatures = ts.isNewExpression(call) ? callee.getConstructSignatures() : callee.getCallSignatures();
  return (
    signatures.length > 0 &&
    signatures.every((signature) => isPlain(analysis, signature.getReturnType(), plainness))
  );
}

function calleeType(analysis: Analysis, { expression }: ts.CallExpression | ts.NewExpression): ts.Type {
  const { checker } = analysis;
  const known = typesOf(analysis);
  const type = known.get(expression) ?? checker.getNonNullableType(checker.getTypeAtLocation(expression));
  known.set(expression, type);
  return type;
}
