import { argumentsOf, child, keyword, positional, textOf, type SyntaxNode } from '../syntax/node';
import { decoratorsOf } from './decorators';
import type { Inference } from './infer';
import type { Binding } from './scope';

type Parameter = Extract<Binding, { kind: 'parameter' }>;

/**
 * What the calls in the file pass for a parameter, defaults included; undefined when a call cannot be read or the
 * function is also used in another way than by calling it. Methods other than `__init__` are not followed.
 */
export function passedTo(parameter: Parameter, infer: Inference): readonly SyntaxNode[] | undefined {
  const { definition } = parameter;
  const model = infer.model(definition);
  const info = model.functions.get(definition);
  const ownName = child(definition, 'name');
  const list = child(definition, 'parameters');
  if (
    info === undefined ||
    ownName === undefined ||
    list === undefined ||
    decoratorsOf(definition).length > 0
  ) {
    return undefined;
  }
  const constructed = info.owner !== undefined && info.name === '__init__';
  if (info.owner !== undefined && !constructed) {
    return undefined;
  }
  const name = constructed ? child(info.owner.node, 'name') : ownName;
  const calls = name && callsOf(name, infer);
  const place = list.children.findIndex(
    (one) => one.start <= parameter.node.start && one.end >= parameter.node.end,
  );
  const written = list.children[place];
  const given = calls?.map((call) => argument(call, place - (constructed ? 1 : 0), textOf(parameter.node)));
  const passed = given?.map((one) => (one === 'default' ? written && child(written, 'value') : one));
  return passed?.includes(undefined) === true
    ? undefined
    : passed?.filter((one): one is SyntaxNode => one !== undefined);
}

function argument(call: SyntaxNode, place: number, name: string): SyntaxNode | 'default' | undefined {
  if (argumentsOf(call).some(({ type }) => type.endsWith('_splat'))) {
    return undefined;
  }
  return positional(call)[place] ?? keyword(call, name) ?? 'default';
}

/** The calls of what is bound at a name; undefined when it is bound twice or used in another way. */
function callsOf(name: SyntaxNode, infer: Inference): readonly SyntaxNode[] | undefined {
  const model = infer.model(name);
  const text = textOf(name);
  const bindings = model.scopeOf(name).bindingsOf(text);
  if (bindings?.length !== 1) {
    return undefined;
  }
  const calls: SyntaxNode[] = [];
  for (const read of model.nodes.named(text)) {
    const { parent } = read;
    const label =
      (parent?.type === 'attribute' && read.field === 'attribute') || parent?.type === 'keyword_argument';
    if (read === name || label || model.scopeOf(read).resolve(text) !== bindings || parent?.type === 'type') {
      continue;
    }
    if (parent?.type !== 'call' || read.field !== 'function') {
      return undefined;
    }
    calls.push(parent);
  }
  return calls;
}
