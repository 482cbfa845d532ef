import { libraryCallees } from '../analysis';
import { plainCallers } from '../library/plain-callers';
import type { Inference } from '../semantics/infer';
import { every } from '../semantics/values';
import { child, keyword, positional, type SyntaxNode } from '../syntax/node';

/** The function that a call hands to a library, to be called as a plain one. */
export function handedOver(call: SyntaxNode, infer: Inference): SyntaxNode | undefined {
  const [path, ...others] = libraryCallees(call, infer);
  const caller = path === undefined || others.length > 0 ? undefined : plainCallers.get(path);
  return caller && (positional(call)[caller.place] ?? keyword(call, caller.keyword));
}

/** What of a call makes a coroutine for nobody: an async function that is handed over, or the body of a lambda. */
export function unawaited(call: SyntaxNode, infer: Inference): SyntaxNode | undefined {
  const handed = handedOver(call, infer);
  const values = handed && infer.evaluate(handed);
  const isAsync = every(
    values,
    (value) => value.kind === 'function' && value.info.isAsync && !value.info.isGenerator,
  );
  if (isAsync) {
    return handed;
  }
  const body = handed?.type === 'lambda' ? child(handed, 'body') : undefined;
  return body !== undefined && every(infer.evaluate(body), ({ kind }) => kind === 'coroutine')
    ? body
    : undefined;
}
