import { libraryCallees } from '../analysis';
import type { RuleContext } from '../rule';
import type { Binding } from '../semantics/scope';
import { closest, descendants, textOf, type SyntaxNode } from '../syntax/node';
import { readsOf } from './variables';

/** True when the tasks, or what they were made of, are named and used elsewhere too. */
export function isKeptElsewhere(work: SyntaxNode, call: SyntaxNode, context: RuleContext): boolean {
  const { infer, model } = context;
  return descendants(work).some((node) => {
    if (node.type === 'attribute') {
      const made = node.parent?.type === 'call' && node.field === 'function' ? node.parent : undefined;
      return made === undefined || isKept(made, context);
    }
    const isVariable = node.type === 'identifier' && !/^(?:call|attribute)$/.test(node.parent?.type ?? '');
    const bindings = isVariable ? model.scopeOf(node).bindingsOf(textOf(node)) : undefined;
    const [binding, ...others] = bindings ?? [];
    if (binding === undefined || binding.kind === 'import' || binding.kind === 'function') {
      return false;
    }
    if (binding.kind === 'parameter' || others.length > 0 || isInGroup(binding, context)) {
      return true;
    }
    const keyed = binding.kind === 'assignment' && (binding.value?.type ?? '').startsWith('dictionary');
    const once = !isInRounds(call);
    const outside = readsOf(binding.node, infer).filter(
      (read) => read.start < call.start || read.start > call.end,
    );
    return outside.some(
      (read) => !isHarmless(read) && !(once && asksOnly(read)) && !(keyed && isValueOfSubscript(read)),
    );
  });
}

/** A task group waits for its tasks itself. */
function isInGroup(binding: Binding, { infer }: RuleContext): boolean {
  const value = binding.kind === 'assignment' ? binding.value : undefined;
  return (
    value !== undefined &&
    descendants(value).some(
      (node) => node.type === 'call' && libraryCallees(node, infer).includes('asyncio.TaskGroup.create_task'),
    )
  );
}

/** A wait in a loop may come back to the same tasks. */
function isInRounds(call: SyntaxNode): boolean {
  const loop = closest(call, rounds);
  return loop !== undefined && loop.type !== 'function_definition';
}

const rounds = new Set(['for_statement', 'while_statement', 'function_definition']);

/** Only counting or showing tasks, or asking whether there are any, neither cancels nor awaits them. */
export function isHarmless(read: SyntaxNode): boolean {
  const around = read.parent?.type === 'argument_list' ? read.parent.parent : undefined;
  const isAsked = read.parent?.type === 'not_operator' || read.parent?.type === 'if_statement';
  return isAsked || (around !== undefined && /^(?:len|print)\(/.test(textOf(around)));
}

/** Asking a task whether it is done, or for its result, lets it go on as well. */
function asksOnly(read: SyntaxNode): boolean {
  const { parent } = read;
  const asked = parent?.type === 'attribute' && /\.(?:done|result|exception|get_name)$/.test(textOf(parent));
  const isMember = parent?.type === 'comparison_operator' && parent.children[0] === read;
  return isMember || (asked && parent.parent?.type === 'call' && parent.field === 'function');
}

/** The values of a dictionary whose keys are the tasks are something else. */
function isValueOfSubscript(read: SyntaxNode): boolean {
  return read.parent?.type === 'subscript' && read.field === 'value';
}

/** Only a coroutine made on the spot is known to nobody else. */
export function isKept(work: SyntaxNode, { infer }: RuleContext): boolean {
  const made = infer.evaluate(work);
  const tasks = libraryCallees(work, infer);
  const starts =
    tasks.length > 0 && tasks.every((path) => /^asyncio\.(?:create_task|ensure_future)$/.test(path));
  return !starts && made?.every(({ kind }) => kind === 'coroutine') !== true;
}
