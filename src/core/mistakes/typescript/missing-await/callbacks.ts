import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { isAsyncFunction } from '../semantics/callbacks';
import { calledDeclaration } from '../semantics/callee';
import { isFromLibrary } from '../semantics/promises';
import { isAwait, runs } from '../semantics/inside';
import { bare, isFunctionLiteral } from '../semantics/scopes';
import { forEachFixes } from '../edits/for-each';

const consequences: Readonly<Record<string, string>> = {
  forEach: l10n.t(
    '`forEach` does not wait for its async callback: the program goes on before any of them is done, and an error in one is not caught here.',
  ),
  filter: l10n.t(
    '`filter` sees the promise of its async callback, which counts as true: it keeps every element.',
  ),
  some: l10n.t(
    '`some` sees the promise of its async callback, which counts as true: it is true for the first element already.',
  ),
  every: l10n.t('`every` sees the promise of its async callback, which counts as true: it is always true.'),
  find: l10n.t(
    '`find` sees the promise of its async callback, which counts as true: it returns the first element.',
  ),
  findIndex: l10n.t(
    '`findIndex` sees the promise of its async callback, which counts as true: it returns 0.',
  ),
  findLast: l10n.t(
    '`findLast` sees the promise of its async callback, which counts as true: it returns the last element.',
  ),
  findLastIndex: l10n.t(
    '`findLastIndex` sees the promise of its async callback, which counts as true: it returns the last index.',
  ),
  sort: l10n.t(
    '`sort` sees the promise of its async callback instead of a number: the order stays as it is.',
  ),
  toSorted: l10n.t(
    '`toSorted` sees the promise of its async callback instead of a number: the order stays as it is.',
  ),
};

/** Async callbacks given to methods that look at the result at once, or not at all. */
export function callbackFindings(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.filter(ts.isCallExpression).flatMap((call) => {
    const callee = bare(call.expression);
    const [callback] = call.arguments;
    if (!ts.isPropertyAccessExpression(callee) || callback === undefined) {
      return [];
    }
    const message = consequences[callee.name.text];
    if (message === undefined || !isAsyncFunction(analysis, callback)) {
      return [];
    }
    if (!isOfLibrary(analysis, call) && !isUnknownForEach(analysis, call, callee, callback)) {
      return [];
    }
    const fixes = callee.name.text === 'forEach' ? forEachFixes(analysis, call, callee, callback) : [];
    return [{ start: call.getStart(), end: callee.end, message, fixes }];
  });
}

/** Whether a statement calls `forEach` of something untyped, such as a component's property, with a callback that awaits. */
function isUnknownForEach(
  { checker }: Analysis,
  call: ts.CallExpression,
  { name, expression }: ts.PropertyAccessExpression,
  callback: ts.Expression,
): boolean {
  return (
    name.text === 'forEach' &&
    ts.isExpressionStatement(call.parent) &&
    ts.isIdentifier(expression) &&
    (checker.getTypeAtLocation(expression).flags & ts.TypeFlags.Any) !== 0 &&
    isFunctionLiteral(callback) &&
    runs(callback.body, isAwait)
  );
}

/** Whether a call goes to a method of the language's own library, such as those of arrays, maps and sets. */
function isOfLibrary(analysis: Analysis, call: ts.CallExpression): boolean {
  const declaration = calledDeclaration(analysis, call);
  const owner =
    declaration === undefined || ts.isJSDocSignature(declaration) ? undefined : declaration.parent;
  const symbol =
    owner !== undefined &&
    (ts.isInterfaceDeclaration(owner) || ts.isClassLike(owner)) &&
    owner.name !== undefined
      ? analysis.checker.getSymbolAtLocation(owner.name)
      : undefined;
  return symbol !== undefined && isFromLibrary(analysis, symbol);
}
