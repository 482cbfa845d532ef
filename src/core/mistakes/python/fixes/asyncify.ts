import type { TextEdit } from '../../finding';
import { asksForLoop, isUncertain, mayAwait } from '../flow/context';
import { usesOf, type FunctionUses } from '../flow/callers';
import { decoratorsOf } from '../semantics/decorators';
import { runners } from '../library/blocking';
import type { Inference } from '../semantics/infer';
import type { ModuleModel } from '../semantics/model';
import type { FunctionInfo } from '../semantics/values';
import type { SyntaxNode } from '../syntax/node';
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
  let started = 0;
  const waiting = [info];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (done.has(next)) {
      continue;
    }
    done.add(next);
    const uses = usesOf(next, infer);
    if (uses === undefined || !mayBecomeAsync(next, infer) || !staysRight(next)) {
      return undefined;
    }
    certain &&= isUsed(uses) && (next.owner === undefined || infer.model(next.node).isScript);
    edits.push(insert(next.node.start, 'async '));
    for (const call of uses.called) {
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
      started += caller === undefined ? 1 : 0;
      if (caller !== undefined && !caller.isAsync) {
        waiting.push(caller);
      }
    }
  }
  return started > 1 ? undefined : { edits, certain };
}

/** Wraps a call at module level in a runner; undefined where the module starts one already. */
export function runAt(call: SyntaxNode, infer: Inference): readonly TextEdit[] | undefined {
  const asyncio = asyncioAt(call, infer);
  const scope = infer.model(call).scopeOf(call);
  return asyncio && scope.kind === 'module' && !runsAlready(infer.model(call), infer)
    ? [...asyncio.edits, ...wrap(call, `${asyncio.name}.run(`, ')')]
    : undefined;
}

/** True for a file whose top level starts an event loop, itself or in a function that it calls. */
export function runsAlready(model: ModuleModel, infer: Inference): boolean {
  const runs = (call: SyntaxNode): boolean =>
    call.type === 'call' && infer.libraryPaths(call).some((path) => runners.has(path));
  const helps = ({ children: [callee] }: SyntaxNode): boolean =>
    (callee && infer.evaluate(callee))?.some(
      (value) => value.kind === 'function' && model.nodes.of(value.info.node).some(runs),
    ) === true;
  return model.calls.some((call) => model.functionAround(call) === undefined && (runs(call) || helps(call)));
}

/** True where `await` may stand once the function around is async. */
export function mayAwaitOnceAsync(node: SyntaxNode, around: FunctionInfo, infer: Inference): boolean {
  const model = infer.model(node);
  const scope = model.scopeOf(node);
  return mayAwait(model, node) || (scope.kind === 'function' && scope.node === around.node);
}

function isUsed({ awaited, handed, called }: FunctionUses): boolean {
  return awaited.length + handed.length + called.length > 0;
}

function mayBecomeAsync(info: FunctionInfo, infer: Inference): boolean {
  return (
    info.node.type === 'function_definition' &&
    !info.isGenerator &&
    !/^(__|test)/.test(info.name) &&
    decoratorsOf(info.node).length === 0 &&
    !asksForLoop(info, infer)
  );
}
