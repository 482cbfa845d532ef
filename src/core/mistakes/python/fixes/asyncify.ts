import type { TextEdit } from '../../finding';
import { asksForLoop, isUncertain, mayAwait } from '../flow/context';
import { readsOf } from '../flow/variables';
import { decoratorsOf } from '../semantics/decorators';
import type { Inference } from '../semantics/infer';
import type { FunctionInfo } from '../semantics/values';
import { child, textOf, type SyntaxNode } from '../syntax/node';
import { awaitEdits, insert, wrap } from './edits';
import { asyncioAt } from './imports';

/** Edits that turn plain functions into async ones, and whether nobody else can be hurt by it. */
export interface Conversion {
  readonly edits: readonly TextEdit[];
  readonly certain: boolean;
}

/**
 * Makes a function `async`, and everything in the file that calls it await it: callers become `async` too, and calls
 * at module level start a runner. Undefined when the function is used in another way than by calling it.
 */
export function asyncify(
  info: FunctionInfo,
  infer: Inference,
  staysRight: (info: FunctionInfo) => boolean,
): Conversion | undefined {
  const done = new Set<FunctionInfo>();
  const edits: TextEdit[] = [];
  let certain = true;
  const waiting = [info];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (done.has(next)) {
      continue;
    }
    done.add(next);
    const calls = callsOf(next, infer);
    if (calls === undefined || !mayBecomeAsync(next, infer) || !staysRight(next)) {
      return undefined;
    }
    certain &&= calls.length > 0;
    edits.push(insert(next.node.start, 'async '));
    for (const call of calls) {
      const caller = infer.model(call).functionAround(call);
      const change = caller === undefined ? runAt(call, infer) : awaitEdits(call);
      if (
        change === undefined ||
        isUncertain(call) ||
        (caller !== undefined && !mayAwaitOnceAsync(call, caller, infer))
      ) {
        return undefined;
      }
      edits.push(...change);
      if (caller !== undefined && !caller.isAsync) {
        waiting.push(caller);
      }
    }
  }
  return { edits, certain };
}

/** Wraps a call at module level in a runner. */
export function runAt(call: SyntaxNode, infer: Inference): readonly TextEdit[] | undefined {
  const asyncio = asyncioAt(call, infer);
  const scope = infer.model(call).scopeOf(call);
  return asyncio && scope.kind === 'module'
    ? [...asyncio.edits, ...wrap(call, `${asyncio.name}.run(`, ')')]
    : undefined;
}

/** True where `await` may stand once the function around is async. */
export function mayAwaitOnceAsync(node: SyntaxNode, around: FunctionInfo, infer: Inference): boolean {
  const model = infer.model(node);
  const scope = model.scopeOf(node);
  return mayAwait(model, node) || (scope.kind === 'function' && scope.node === around.node);
}

function mayBecomeAsync(info: FunctionInfo, infer: Inference): boolean {
  return (
    info.node.type === 'function_definition' &&
    !info.isGenerator &&
    !/^(__|test)/.test(info.name) &&
    info.owner === undefined &&
    decoratorsOf(info.node).length === 0 &&
    !asksForLoop(info, infer)
  );
}

/** The calls of a function in its file; undefined when it is also used in another way or bound twice. */
function callsOf(info: FunctionInfo, infer: Inference): readonly SyntaxNode[] | undefined {
  const name = child(info.node, 'name');
  const model = infer.model(info.node);
  const bindings = name && model.scopeOf(info.node).bindingsOf(textOf(name));
  if (name === undefined || bindings?.length !== 1) {
    return undefined;
  }
  if (model.tree.text.includes(`'${info.name}'`) || model.tree.text.includes(`"${info.name}"`)) {
    return undefined;
  }
  const calls: SyntaxNode[] = [];
  for (const read of readsOf(name, infer)) {
    if (read.parent?.type !== 'call' || read.field !== 'function' || read.parent.parent?.type === 'await') {
      return undefined;
    }
    calls.push(read.parent);
  }
  return calls;
}
