import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { effectOf } from '../semantics/effects';
import { isAwait, runs, writtenBy } from '../semantics/inside';
import { calledName, rootOf } from '../semantics/names';
import { isPromise, returnTypeOf } from '../semantics/promises';
import { bare } from '../semantics/scopes';
import { isTimerCall } from '../semantics/timers';

/** How well it is known that a call needs nothing of what other calls do: by its code, or by its name alone. */
export type Knowledge = 'code' | 'name';

/** Names of functions that bring something and change nothing. */
const bringing = /^(?:fetch|get|load|download|find|lookup|count|search)(?![a-z])/;
/** What is done on one thing step by step, or on purpose not all at once. */
const stepwise =
  /page|batch|chunk|benchmark|attempt|retr(?:y|ies)|backoff|throttle|limit|sleep|delay|wait|pause|timeout|next|cursor|offset|step|lock|mutex|transaction|(?:^|\W)(?:trx|tx|session|conn|connection|browser|frame|driver|reader|iterator|stream|prompt|rl|queryRunner|stdin)(?:\W|$)/i;

/**
 * The call of an awaited expression that surely could run at the same time as others like it, and how that is known;
 * undefined where that is not sure.
 */
export function independentCall(
  analysis: Analysis,
  expression: ts.Expression,
): { readonly call: ts.CallExpression; readonly by: Knowledge } | undefined {
  const call = bare(expression);
  if (!ts.isCallExpression(call) || stepwise.test(call.expression.getText()) || isTimerCall(analysis, call)) {
    return undefined;
  }
  if (rootOf(call).getText() === 'Promise') {
    return undefined;
  }
  const isPlain = call.arguments.every(
    (argument) =>
      !runs(
        argument,
        (node) => isAwait(node) || writtenBy(node) !== undefined || isUnknownCall(analysis, node),
      ),
  );
  if (!isPlain || !isPromise(analysis, returnTypeOf(analysis, call))) {
    return undefined;
  }
  const effect = effectOf(analysis, call);
  const name = calledName(call) ?? '';
  if (name === 'fetch') {
    return effect === 'own' || call.arguments.length === 1 ? { call, by: 'name' } : undefined;
  }
  return effect === 'own'
    ? { call, by: 'code' }
    : effect === 'unknown' && bringing.test(name)
      ? { call, by: 'name' }
      : undefined;
}

function isUnknownCall(analysis: Analysis, node: ts.Node): boolean {
  return ts.isCallExpression(node) && effectOf(analysis, node) !== 'own';
}

/** Whether a word says that rounds follow one another on purpose. */
export function isStepwise(name: string): boolean {
  return stepwise.test(name) || /^(?:try|tries|round|turn|lap|tick|poll)$/i.test(name);
}
