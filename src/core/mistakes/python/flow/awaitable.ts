import type { Inference } from '../semantics/infer';
import { calleeOf } from '../semantics/calls';
import type { Value } from '../semantics/values';
import { textOf, unwrap, type SyntaxNode } from '../syntax/node';

/** Parts of the standard library whose functions never give anything to await. */
const plainModules =
  /^(?:builtins|math|json|random|time|re|os|sys|string|statistics|itertools|functools|collections|datetime|hashlib|base64|copy|decimal|fractions|uuid|pathlib|textwrap|logging|operator|struct|zlib|html|urllib\.parse|dataclasses|secrets|platform|socket|csv|io|pickle|typing|enum)\b/;

/** True when an expression may give something to await: a coroutine, a future, or what nobody knows. */
export function mayBeAwaitable(expression: SyntaxNode, infer: Inference): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'conditional_expression':
      return [node.children[0], node.children[2]].some(
        (part) => part !== undefined && mayBeAwaitable(part, infer),
      );
    case 'boolean_operator':
      return node.children.some(
        (part) => part.type !== 'and' && part.type !== 'or' && mayBeAwaitable(part, infer),
      );
    case 'call':
      return callMayBe(node, infer);
    default:
      return isAwaitable(infer.evaluate(node) ?? []) || isWrittenAwaitable(node, infer);
  }
}

/** True for a parameter whose annotation says that it can be awaited. */
function isWrittenAwaitable(node: SyntaxNode, infer: Inference): boolean {
  const bindings =
    node.type === 'identifier' ? infer.model(node).scopeOf(node).bindingsOf(textOf(node)) : undefined;
  return (bindings ?? []).some(
    (binding) =>
      binding.kind === 'parameter' &&
      binding.annotation !== undefined &&
      /\b(?:Awaitable|Coroutine|Future|Task)\b/.test(textOf(binding.annotation)),
  );
}

/** A function that makes coroutines counts too: who gets it may pass it on as one. */
function isAwaitable(values: readonly Value[]): boolean {
  return values.some(
    (value) => value.kind === 'coroutine' || (value.kind === 'function' && value.info.isAsync),
  );
}

function callMayBe(call: SyntaxNode, infer: Inference): boolean {
  const made = infer.evaluate(call);
  if (made !== undefined) {
    return isAwaitable(made);
  }
  const callees = calleeOf(call, infer);
  if (callees === undefined || callees.length === 0) {
    return !isMethodOfData(call);
  }
  return !callees.every(
    (value) =>
      (value.kind === 'external' && plainModules.test(value.path)) ||
      value.kind === 'class' ||
      (value.kind === 'function' && !value.info.isAsync),
  );
}

const dataMethods =
  /\.(?:format|join|split|strip|lstrip|rstrip|lower|upper|title|replace|encode|decode|copy|items|keys|values|get|pop|count|index|isoformat|strftime|startswith|endswith|hexdigest)$/;

/** Methods of strings, lists and dictionaries by name. */
function isMethodOfData(call: SyntaxNode): boolean {
  const callee = call.children[0];
  return callee !== undefined && dataMethods.test(call.tree.text.slice(callee.start, callee.end));
}
