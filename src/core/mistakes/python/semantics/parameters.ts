import { child, textOf, type SyntaxNode } from '../syntax/node';
import type { Scope } from './scope';

const plain = new Set(['identifier', 'default_parameter', 'typed_parameter', 'typed_default_parameter']);

/** Binds the parameters of a function or lambda in the scope it opens. */
export function bindParameters(definition: SyntaxNode, own: Scope | undefined): void {
  const list = child(definition, 'parameters');
  if (list === undefined || own === undefined) {
    return;
  }
  list.children.forEach((parameter, position) => {
    const name = parameterName(parameter);
    if (name === undefined) {
      return;
    }
    const many = !plain.has(parameter.type) || name.parent?.type.endsWith('splat_pattern') === true;
    const annotation = child(parameter, 'type');
    const first = position === 0 && !many;
    own.add(textOf(name), {
      kind: 'parameter',
      node: name,
      scope: own,
      definition,
      annotation,
      first,
      many,
    });
  });
}

function parameterName(parameter: SyntaxNode): SyntaxNode | undefined {
  let name: SyntaxNode | undefined = parameter;
  while (name !== undefined && name.type !== 'identifier') {
    name = child(name, 'name') ?? name.children[0];
  }
  return name;
}
