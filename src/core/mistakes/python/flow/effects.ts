import { calleeOf } from '../semantics/calls';
import { decoratorsOf } from '../semantics/decorators';
import type { Inference } from '../semantics/infer';
import type { FunctionInfo, Value } from '../semantics/values';
import { argumentsOf, child, textOf, type SyntaxNode } from '../syntax/node';
import { suspends } from './suspension';

const deepest = 4;
const outside = new WeakMap<Inference, Map<SyntaxNode, boolean>>();

/**
 * True when a run of the async function waits for something and changes nothing that another run could see, other
 * than what it prints and asks servers for. Whatever is not known counts as a change.
 */
export function standsAlone(info: FunctionInfo, infer: Inference): boolean {
  const own = infer.model(info.node).nodes.of(info.node);
  return own.some(suspends) && changesNothing(info, infer, 0);
}

function changesNothing(info: FunctionInfo, infer: Inference, depth: number): boolean {
  const known = outside.get(infer) ?? new Map<SyntaxNode, boolean>();
  outside.set(infer, known);
  const before = known.get(info.node);
  if (before !== undefined) {
    return before;
  }
  known.set(info.node, false);
  const result =
    depth <= deepest &&
    !info.isGenerator &&
    decoratorsOf(info.node).length === 0 &&
    infer
      .model(info.node)
      .nodes.of(info.node)
      .every((node) => isHarmless(node, info, infer, depth));
  known.set(info.node, result);
  return result;
}

function isHarmless(node: SyntaxNode, info: FunctionInfo, infer: Inference, depth: number): boolean {
  switch (node.type) {
    case 'global_statement':
    case 'nonlocal_statement':
    case 'delete_statement':
    case 'exec_statement':
    case 'class_definition':
      return false;
    case 'assignment':
    case 'augmented_assignment': {
      const left = child(node, 'left');
      return left === undefined || isOwnTarget(left, info, infer);
    }
    case 'with_item':
      return entersCall(node);
    case 'call':
      return isHarmlessCall(node, info, infer, depth);
    default:
      return true;
  }
}

/** `async with session.get(url)`; a lock or a connection would order the runs. */
function entersCall(item: SyntaxNode): boolean {
  const value = child(item, 'value');
  const entered = value?.type === 'as_pattern' ? value.children[0] : value;
  return entered?.type === 'call';
}

function isOwnTarget(target: SyntaxNode, info: FunctionInfo, infer: Inference): boolean {
  if (target.type === 'attribute' || target.type === 'subscript') {
    return isOwnVariable(rootOf(target), info, infer);
  }
  return target.type === 'identifier' || target.children.every((part) => isOwnTarget(part, info, infer));
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (
    root.type === 'attribute' ||
    root.type === 'subscript' ||
    root.type === 'call' ||
    root.type === 'await'
  ) {
    const inner = root.children[0];
    if (inner === undefined) {
      return root;
    }
    root = inner;
  }
  return root;
}

/** True for a variable that the function itself makes, parameters left out. */
function isOwnVariable(name: SyntaxNode, info: FunctionInfo, infer: Inference): boolean {
  if (name.type !== 'identifier') {
    return /^(?:list|dictionary|set|string|tuple)$/.test(name.type);
  }
  const bindings = infer.model(name).scopeOf(name).bindingsOf(textOf(name)) ?? [];
  return (
    bindings.length > 0 &&
    bindings.every(
      ({ kind, scope }) =>
        kind !== 'parameter' &&
        infer.model(name).nodes.of(info.node).length > 0 &&
        isWithin(scope.node, info.node),
    )
  );
}

function isWithin(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

const harmless =
  /^(?:builtins\.(?!input|open|exec|eval|setattr|delattr|next|__import__|super|globals|iter)|random\.|time\.|math\.|json\.|datetime\.|re\.|logging\.|string\.|statistics\.|hashlib\.|asyncio\.(?:sleep|to_thread|TimeoutError|timeout|wait_for|gather)$|trio\.sleep$|anyio\.sleep$|httpx\.(?:AsyncClient|Timeout)|httpx\.Response\.|aiohttp\.Client(?:Session|Timeout|Response)|requests\.(?:get|head)$)/;

/** Methods that read from what the caller passes, by the names they usually have. */
const reading =
  /^(?:get|head|fetch|fetch_all|fetch_one|json|text|lower|upper|title|strip|split|format|join|replace|startswith|endswith|items|keys|values|encode|decode|raise_for_status|isoformat|strftime|total_seconds|info|debug|warning|error|exception)$/;

function isHarmlessCall(call: SyntaxNode, info: FunctionInfo, infer: Inference, depth: number): boolean {
  const values = calleeOf(call, infer);
  if (values !== undefined && values.length > 0) {
    return values.every((value) => isHarmlessCallee(value, infer, depth));
  }
  const callee = child(call, 'function');
  const name = callee?.type === 'attribute' ? child(callee, 'attribute') : undefined;
  const object = callee && child(callee, 'object');
  if (name === undefined || object === undefined) {
    return false;
  }
  const own = isOwnVariable(rootOf(object), info, infer);
  return (
    own ||
    (reading.test(textOf(name)) && argumentsOf(call).length > 0) ||
    /^(?:json|text|lower|upper|strip|items|keys|values|raise_for_status)$/.test(textOf(name))
  );
}

function isHarmlessCallee(value: Value, infer: Inference, depth: number): boolean {
  switch (value.kind) {
    case 'external':
      return harmless.test(value.path);
    case 'function':
      return changesNothing(value.info, infer, depth + 1);
    case 'class':
      return true;
    default:
      return false;
  }
}
