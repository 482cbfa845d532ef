import { contains, type SyntaxNode } from '../syntax/node';
import type { ModuleModel } from './model';
import type { Binding } from './scope';

const loops = /^(?:for|while)_statement$/;

/**
 * The one binding of a name that a read certainly sees: the last one before it that every way to the read passes.
 * Undefined when another could come between, or when nested code binds the name too.
 */
export function reachingBinding(
  bindings: readonly Binding[],
  read: SyntaxNode,
  model: ModuleModel,
): Binding | undefined {
  const scope = model.scopeOf(read);
  if (bindings.some((binding) => binding.scope !== scope || model.scopeOf(homeOf(binding)) !== scope)) {
    return undefined;
  }
  const before = bindings.filter((binding) => endOf(binding) <= read.start);
  const last = before.toSorted((a, b) => endOf(a) - endOf(b)).at(-1);
  if (last === undefined || !passes(last, read)) {
    return undefined;
  }
  for (let around = read.parent; around !== undefined && around !== scope.node; around = around.parent) {
    const loop = around;
    const comesAgain = (binding: Binding): boolean => binding !== last && contains(loop, binding.node);
    if (loops.test(loop.type) && !contains(loop, last.node) && bindings.some(comesAgain)) {
      return undefined;
    }
  }
  return last;
}

/** A parameter is bound in the scope that its function opens, though it stands outside of the body. */
function homeOf(binding: Binding): SyntaxNode {
  const body = binding.kind === 'parameter' ? binding.definition.children.at(-1) : undefined;
  return body ?? binding.node;
}

/** The statement that binds, from whose end on the name has its value. */
function statementOf(binding: Binding): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = binding.node;
  while (node !== undefined && node.parent?.type !== 'block' && node.parent?.type !== 'module') {
    node = node.parent;
  }
  return node;
}

function endOf(binding: Binding): number {
  const statement = binding.kind === 'parameter' ? undefined : statementOf(binding);
  return statement?.type === 'expression_statement' ? statement.end : binding.node.end;
}

/** True when the read stands where the binding has happened for certain. */
function passes(binding: Binding, read: SyntaxNode): boolean {
  if (binding.kind === 'parameter') {
    return true;
  }
  const statement = statementOf(binding);
  switch (statement?.type) {
    case 'expression_statement':
    case 'with_statement':
      return (
        (binding.kind === 'assignment' || binding.kind === 'item' || binding.kind === 'entered') &&
        binding.node.parent?.type !== 'named_expression' &&
        statement.parent !== undefined &&
        contains(statement.parent, read) &&
        (statement.type === 'expression_statement' || directlyIn(statement, binding.node))
      );
    default:
      return false;
  }
}

/** True for a name in the header of the `with` itself. */
function directlyIn(statement: SyntaxNode, name: SyntaxNode): boolean {
  const [clause] = statement.children;
  return clause !== undefined && contains(clause, name);
}
