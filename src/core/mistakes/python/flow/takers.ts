import { libraryCallees } from '../analysis';
import type { Inference } from '../semantics/infer';
import { keyword, type SyntaxNode } from '../syntax/node';

/** True for calls such as `print(...)` that use their argument as a plain value. */
export function takes(call: SyntaxNode, functions: ReadonlySet<string>, infer: Inference): boolean {
  const paths = libraryCallees(call, infer);
  return (
    paths.length > 0 && paths.every((path) => functions.has(path)) && keyword(call, 'file') === undefined
  );
}

/** The call whose only argument a generator expression is. */
export function callWith(generator: SyntaxNode): SyntaxNode | undefined {
  const list = generator.field === 'arguments' ? generator : generator.parent;
  const only = list === generator || (list?.type === 'argument_list' && list.children.length === 1);
  return only && list.parent?.type === 'call' ? list.parent : undefined;
}
