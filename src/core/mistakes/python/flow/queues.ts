import { passedTo } from '../semantics/arguments';
import { superclassesOf } from '../semantics/attributes';
import type { Inference } from '../semantics/infer';
import type { ClassInfo } from '../semantics/values';
import { textOf, type SyntaxNode } from '../syntax/node';

/** A queue as an expression names it. */
export interface Queue {
  readonly node: SyntaxNode;
  readonly text: string;
}

/** False for attributes of `self` in two classes that have no heirs and nothing to inherit. */
export function mayBeSame(one: SyntaxNode, other: SyntaxNode, infer: Inference): boolean {
  const [owner, another] = [one, other].map((node) =>
    textOf(node).startsWith('self.') ? infer.model(node).functionAround(node)?.owner : undefined,
  );
  const isAlone = (info: ClassInfo): boolean =>
    superclassesOf(info, infer).length === 0 && infer.subclasses(info).length === 0;
  return (
    owner === undefined ||
    another === undefined ||
    owner.node === another.node ||
    !isAlone(owner) ||
    !isAlone(another)
  );
}

const deepest = 4;

/** Whether somebody waits until all items of a queue are done; `maybe` for a parameter that anybody may pass. */
export function joinedBy(queue: SyntaxNode, infer: Inference, depth = 0): 'yes' | 'no' | 'maybe' {
  const model = infer.model(queue);
  const text = textOf(queue);
  const last = text.split('.').at(-1) ?? text;
  const bindings = queue.type === 'identifier' ? model.scopeOf(queue).bindingsOf(text) : undefined;
  const joins = model.nodes.named('join').some((name) => {
    const object =
      name.parent?.type === 'attribute' && name.field === 'attribute' ? name.parent.children[0] : undefined;
    if (object === undefined || name.parent?.parent?.type !== 'call') {
      return false;
    }
    return bindings === undefined
      ? object.type === 'attribute' &&
          textOf(object).split('.').at(-1) === last &&
          mayBeSame(object, queue, infer)
      : object.type === 'identifier' && model.scopeOf(object).bindingsOf(textOf(object)) === bindings;
  });
  if (joins) {
    return 'yes';
  }
  const parameter = bindings?.find((binding) => binding.kind === 'parameter');
  if (parameter?.kind !== 'parameter' || depth > deepest) {
    return 'no';
  }
  const passed = passedTo(parameter, infer);
  if (passed === undefined || passed.length === 0) {
    return 'maybe';
  }
  const answers = passed.map((argument) => joinedBy(argument, infer, depth + 1));
  return answers.find((answer) => answer === 'yes') ?? answers.find((answer) => answer === 'maybe') ?? 'no';
}
