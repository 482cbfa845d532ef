import { ts } from '@ts-morph/common';

const groups: ReadonlySet<string> = new Set(['all', 'allSettled', 'race', 'any']);

/** `Promise.all(members)` and its kin, with the one argument they are meant to have. */
export function groupMembers(call: ts.CallExpression): ts.Expression | undefined {
  const [members, ...more] = call.arguments;
  const callee = call.expression;
  const isGroup =
    ts.isPropertyAccessExpression(callee) &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === 'Promise' &&
    groups.has(callee.name.text);
  const isPlain = isGroup && !isOptional(call) && more.length === 0;
  return isPlain && members !== undefined && !ts.isSpreadElement(members) ? members : undefined;
}

/** A call whose name says that it holds the thread until it is done. */
export function isBlockingCall(call: ts.CallExpression): boolean {
  const callee = call.expression;
  const name = ts.isIdentifier(callee)
    ? callee.text
    : ts.isPropertyAccessExpression(callee)
      ? callee.name.text
      : '';
  const blocks = name.endsWith('Sync') || callee.getText() === 'Atomics.wait';
  return blocks && !isOptional(call) && !call.arguments.some(suspends);
}

function isOptional(call: ts.CallExpression): boolean {
  return (call.flags & ts.NodeFlags.OptionalChain) !== 0;
}

function suspends(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) {
    return false;
  }
  return (
    ts.isAwaitExpression(node) || ts.isYieldExpression(node) || (ts.forEachChild(node, suspends) ?? false)
  );
}
