import { passedTo } from '../semantics/arguments';
import type { Inference } from '../semantics/infer';
import { textOf, type SyntaxNode } from '../syntax/node';

/** A queue as an expression names it. */
export interface Queue {
  readonly node: SyntaxNode;
  readonly text: string;
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
      ? object.type === 'attribute' && textOf(object).split('.').at(-1) === last
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
