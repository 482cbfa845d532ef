import { ts } from '@ts-morph/common';

const groups: ReadonlySet<string> = new Set(['all', 'allSettled', 'race', 'any']);

const derivers: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** Methods that call what they are handed before they return, often, and for each of many elements. */
const callAtOnce: ReadonlySet<string> = new Set([
  ...['map', 'flatMap', 'filter', 'forEach', 'reduce', 'reduceRight', 'some', 'every', 'sort', 'toSorted'],
  ...['find', 'findIndex', 'findLast', 'findLastIndex', 'from', 'groupBy', 'replace', 'replaceAll'],
  ...['stringify', 'parse', 'apply', 'call', 'bind', 'defineProperty'],
]);

/** True for an argument of a call whose name does not say that it calls it at once. */
export function isCalledLater(node: ts.Expression): boolean {
  const { parent } = node;
  const isArgument = ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === node);
  return isArgument && !callAtOnce.has(nameOf(parent.expression));
}

/** Names under which functions are handed to calls that may call them later, as in `setTimeout(work, 10)`. */
export function namesHandedOver(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && !callAtOnce.has(nameOf(node.expression))) {
      for (const argument of node.arguments) {
        names.add(nameOf(unbound(argument)));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  names.delete('');
  return names;
}

/** The function of `function.bind(…)`. */
function unbound(argument: ts.Expression): ts.Expression {
  const isBound =
    ts.isCallExpression(argument) &&
    ts.isPropertyAccessExpression(argument.expression) &&
    argument.expression.name.text === 'bind';
  return isBound ? argument.expression.expression : argument;
}

/** `promise.then(…)` and its kin, which make one promise of another. */
export function isDerivation(call: ts.CallExpression): boolean {
  const isMethod = ts.isPropertyAccessExpression(call.expression) && derivers.has(nameOf(call.expression));
  return isMethod && !isOptional(call) && isPromiseAsUsed(call);
}

/** An error about another member of it would show that something stands around the call. */
function isPromiseAsUsed({ parent }: ts.CallExpression): boolean {
  return !ts.isPropertyAccessExpression(parent) || derivers.has(parent.name.text);
}

/** The module that `new Worker(module)` starts a thread with. */
export function workerModule(made: ts.NewExpression): ts.Expression | undefined {
  const [first] = made.arguments ?? [];
  return nameOf(made.expression) === 'Worker' && first !== undefined && !ts.isSpreadElement(first)
    ? first
    : undefined;
}

/** `Promise.all(members)` and its kin, with the one argument they are meant to have. */
export function groupMembers(call: ts.CallExpression): ts.Expression | undefined {
  const [members, ...more] = call.arguments;
  const callee = call.expression;
  const isGroup =
    ts.isPropertyAccessExpression(callee) &&
    ts.isIdentifier(callee.expression) &&
    callee.expression.text === 'Promise' &&
    groups.has(callee.name.text);
  const isPlain = isGroup && !isOptional(call) && isPromiseAsUsed(call) && more.length === 0;
  return isPlain && members !== undefined && !ts.isSpreadElement(members) ? members : undefined;
}

/** A call whose name says that it holds the thread until it is done. */
export function isBlockingCall(call: ts.CallExpression): boolean {
  const callee = call.expression;
  const blocks = nameOf(callee).endsWith('Sync') || callee.getText() === 'Atomics.wait';
  return blocks && !isOptional(call) && !call.arguments.some(suspends);
}

function nameOf(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) {
    return callee.text;
  }
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
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
