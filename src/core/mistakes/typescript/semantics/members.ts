import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { writtenBy } from './inside';
import { isFromLibrary, promiseKind } from './promises';
import { asPromise, misused, neutral, type Use } from './use';

export function useOfProperty(
  analysis: Analysis,
  expression: ts.Expression,
  name: string,
  access: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Use {
  const { checker } = analysis;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(expression));
  const own = checker.getPropertyOfType(type, name);
  if (own !== undefined) {
    return isText(name) && isFromLibrary(analysis, own) ? misused({ kind: 'template' }) : asPromise;
  }
  const isWritten = writtenBy(access.parent) === access;
  return !isWritten && hasInside(analysis, type, name) ? misused({ kind: 'property', name }) : asPromise;
}

/** `toString()`, which a promise only has from `Object`. */
function isText(name: string): boolean {
  return /^to(?:Locale)?String$/.test(name);
}

export function useOfIndex(
  analysis: Analysis,
  expression: ts.Expression,
  access: ts.ElementAccessExpression,
): Use {
  const index = access.argumentExpression;
  if (ts.isStringLiteralLike(index) || ts.isNumericLiteral(index)) {
    return useOfProperty(analysis, expression, index.text, access);
  }
  const inside = analysis.checker.getAwaitedType(analysis.checker.getTypeAtLocation(expression));
  const isList =
    inside !== undefined && analysis.checker.getIndexTypeOfType(inside, ts.IndexKind.Number) !== undefined;
  return isList ? misused({ kind: 'property', name: index.getText() }) : neutral;
}

export function useInPattern(analysis: Analysis, expression: ts.Expression, pattern: ts.BindingName): Use {
  if (ts.isArrayBindingPattern(pattern)) {
    return misused({ kind: 'iteration' });
  }
  if (!ts.isObjectBindingPattern(pattern)) {
    return neutral;
  }
  const type = analysis.checker.getTypeAtLocation(expression);
  for (const { propertyName, name, dotDotDotToken } of pattern.elements) {
    const key = propertyName ?? name;
    if (dotDotDotToken === undefined && (ts.isIdentifier(key) || ts.isStringLiteral(key))) {
      const known = analysis.checker.getPropertyOfType(type, key.text) !== undefined;
      if (!known && hasInside(analysis, type, key.text)) {
        return misused({ kind: 'property', name: key.text });
      }
    }
  }
  return neutral;
}

/** What deferreds and cancellable promises carry themselves, often where no type tells. */
const hung = /^(?:resolve|reject|cancel|abort)$/;

/**
 * Whether what a promise brings has (or, for all that is known, may have) a property: then `await` is what is missing. A
 * promise that something was hung on may have anything itself.
 */
function hasInside(analysis: Analysis, type: ts.Type, name: string): boolean {
  const { checker } = analysis;
  const awaited = checker.getAwaitedType(type);
  const inside = awaited === undefined ? undefined : checker.getNonNullableType(awaited);
  if (inside === undefined || type.isIntersection() || promiseKind(analysis, inside) !== undefined) {
    return false;
  }
  if (inside.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
    return !hung.test(name);
  }
  const members = inside.isUnion() ? inside.types : [inside];
  return members.some(
    (member) =>
      checker.getPropertyOfType(checker.getApparentType(member), name) !== undefined ||
      checker.getIndexTypeOfType(member, /^\d+$/.test(name) ? ts.IndexKind.Number : ts.IndexKind.String) !==
        undefined,
  );
}
