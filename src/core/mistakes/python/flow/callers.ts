import { libraryCallees } from '../analysis';
import { superclassesOf } from '../semantics/attributes';
import { decoratorsOf } from '../semantics/decorators';
import type { Inference } from '../semantics/infer';
import type { ClassInfo, FunctionInfo } from '../semantics/values';
import { child, textOf, type SyntaxNode } from '../syntax/node';
import { coroutineTakers } from '../library/consumers';
import { readsOf } from './variables';

/** How a function or method of the file is used there. */
export interface FunctionUses {
  /** The calls that are awaited at once: the `await` expressions. */
  readonly awaited: readonly SyntaxNode[];
  /** The calls whose coroutine is handed to what runs it, such as `asyncio.run` or `create_task`. */
  readonly handed: readonly SyntaxNode[];
  /** All other calls. */
  readonly called: readonly SyntaxNode[];
}

/** The uses of a function; undefined when it is also used in another way than by calling it, or may be. */
export function usesOf(info: FunctionInfo, infer: Inference): FunctionUses | undefined {
  const model = infer.model(info.node);
  const { text } = model.tree;
  const name = child(info.node, 'name');
  if (name === undefined || new RegExp(`(['"])${info.name}\\1`).test(text)) {
    return undefined;
  }
  const { owner } = info;
  const reads = owner === undefined ? readsOfFunction(name, infer) : readsOfMethod(info, owner, name, infer);
  const awaited: SyntaxNode[] = [];
  const handed: SyntaxNode[] = [];
  const called: SyntaxNode[] = [];
  for (const read of reads ?? []) {
    const call = read.parent;
    if (call?.type !== 'call' || read.field !== 'function') {
      return undefined;
    }
    const { parent } = call;
    if (parent?.type === 'await') {
      awaited.push(parent);
    } else {
      (isHanded(call, infer) ? handed : called).push(call);
    }
  }
  return reads && { awaited, handed, called };
}

function isHanded(call: SyntaxNode, infer: Inference): boolean {
  const around = call.parent?.type === 'argument_list' ? call.parent.parent : undefined;
  const paths = around === undefined ? [] : libraryCallees(around, infer);
  return paths.length > 0 && paths.every((path) => coroutineTakers.has(path));
}

function readsOfFunction(name: SyntaxNode, infer: Inference): readonly SyntaxNode[] | undefined {
  const bindings = infer.model(name).scopeOf(name).bindingsOf(textOf(name));
  return bindings?.length === 1 ? readsOf(name, infer) : undefined;
}

/** A method counts only where no other class could be meant, and no base class asks for it. */
function readsOfMethod(
  info: FunctionInfo,
  owner: ClassInfo,
  name: SyntaxNode,
  infer: Inference,
): readonly SyntaxNode[] | undefined {
  const model = infer.model(info.node);
  const own = superclassesOf(owner, infer).every(
    (base) => base?.kind === 'external' && base.path === 'builtins.object',
  );
  const reads: SyntaxNode[] = [];
  for (const node of model.nodes.named(info.name)) {
    if (node.parent?.type === 'attribute' && node.field === 'attribute') {
      reads.push(node.parent);
    } else if (node !== name) {
      return undefined;
    }
  }
  return own && decoratorsOf(info.node).length === 0 ? reads : undefined;
}
