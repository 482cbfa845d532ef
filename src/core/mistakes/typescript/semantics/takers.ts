import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { isFromNode } from './builtins';
import { calledName, rootOf } from './names';
import { isFromLibrary } from './promises';
import { bare } from './scopes';

/** What a function that takes anything does with an argument, so that a promise there is surely a mistake. */
export type Taking =
  | { readonly kind: 'printed' | 'converted' | 'stringified' | 'tested' }
  | { readonly kind: 'compared'; readonly other: ts.Expression };

const printing = /^console\.(?:log|info|debug|warn|error|table|dir)$/;
const converting = /^(?:String|Number|BigInt|parseInt|parseFloat|isNaN|isFinite|alert)$/;
const comparing =
  /^(?:equal|notEqual|strictEqual|notStrictEqual|deepEqual|notDeepEqual|deepStrictEqual|notDeepStrictEqual)$/;
const matching =
  /^(?:toBe|toEqual|toStrictEqual|toHaveLength|toContain|toMatch|toBeCloseTo|toBeGreaterThan|toBeGreaterThanOrEqual|toBeLessThan|toBeLessThanOrEqual)$/;
const testing = /^(?:toBeTruthy|toBeFalsy)$/;

/** How the function that is called takes one of its arguments, where that is known and says that a value is wanted. */
export function takingOf(analysis: Analysis, call: ts.CallExpression, argument: ts.Node): Taking | undefined {
  const callee = call.expression.getText();
  const isFirst = call.arguments[0] === argument;
  if (printing.test(callee) || (isFirst && (converting.test(callee) || callee === 'JSON.stringify'))) {
    const kind = converting.test(callee)
      ? 'converted'
      : isFirst && !printing.test(callee)
        ? 'stringified'
        : 'printed';
    return isGlobal(analysis, call) ? { kind } : undefined;
  }
  const name = calledName(call) ?? '';
  if (name === 'expect') {
    return isFirst ? expectation(call) : undefined;
  }
  const [first, second] = call.arguments;
  if (
    comparing.test(name) &&
    first !== undefined &&
    second !== undefined &&
    isFromNode(analysis, call, 'assert')
  ) {
    return isFirst || argument === second ? { kind: 'compared', other: isFirst ? second : first } : undefined;
  }
  return isFirst && /^(?:assert|ok)$/.test(name) && isFromNode(analysis, call, 'assert')
    ? { kind: 'tested' }
    : undefined;
}

function isGlobal(analysis: Analysis, call: ts.CallExpression): boolean {
  const root = rootOf(call);
  const symbol = analysis.checker.getSymbolAtLocation(root);
  return symbol === undefined || symbol.name === 'console' || isFromLibrary(analysis, symbol);
}

/** What follows `expect(…)`; with `resolves`, `rejects` or anything unknown in between, it may well take a promise. */
function expectation(call: ts.CallExpression): Taking | undefined {
  const { parent } = call;
  const access = ts.isPropertyAccessExpression(parent) && parent.name.text === 'not' ? parent.parent : parent;
  const matcher = ts.isPropertyAccessExpression(access) ? access.parent : undefined;
  if (!ts.isPropertyAccessExpression(access) || matcher === undefined || !ts.isCallExpression(matcher)) {
    return undefined;
  }
  const [other] = matcher.arguments;
  if (testing.test(access.name.text)) {
    return { kind: 'tested' };
  }
  return matching.test(access.name.text) && other !== undefined
    ? { kind: 'compared', other: bare(other) }
    : undefined;
}
