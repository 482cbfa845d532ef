import type { Inference } from '../semantics/infer';
import type { FunctionInfo, Value } from '../semantics/values';
import { child, descendants, textOf, type SyntaxNode } from '../syntax/node';
import { standsAlone } from './effects';

/** One awaited piece of work and the variable its result goes to. */
export interface Step {
  readonly work: SyntaxNode;
  readonly target: SyntaxNode | undefined;
}

interface Known {
  readonly infer: Inference;
}

/**
 * True when pieces of work may run side by side for certain: none takes another's result, none changes anything
 * that another could see, and none is there only for an effect that has to come first.
 */
export function independent(steps: readonly Step[], { infer }: Known): boolean {
  const names = new Set<string>();
  for (const { work, target } of steps) {
    if (!runsAlone(work, infer) || namesIn(work).some((name) => names.has(name))) {
      return false;
    }
    for (const name of target === undefined ? [] : namesIn(target)) {
      names.add(name);
    }
  }
  return steps.every(({ target }) => target !== undefined) || isRepeated(steps.map(({ work }) => work));
}

/** Work without a result is known to be independent only when it is the same, done for different things. */
function isRepeated(works: readonly SyntaxNode[]): boolean {
  const [first, ...others] = works.map(
    (work) => [calledName(work), textOf(child(work, 'arguments') ?? work)] as const,
  );
  return (
    first !== undefined &&
    first[1] !== '()' &&
    others.every(([name]) => name === first[0]) &&
    new Set([first, ...others].map(([, given]) => given)).size === works.length
  );
}

function calledName(work: SyntaxNode): string {
  return textOf(child(work, 'function') ?? work);
}

function namesIn(node: SyntaxNode): readonly string[] {
  return descendants(node)
    .filter(({ type }) => type === 'identifier')
    .map(textOf);
}

const requests = /^(?:httpx\.AsyncClient|aiohttp\.ClientSession)\.(?:get|head|options)$/;

/** True when the call waits for something, and a second one beside it would not get in its way. */
export function runsAlone(work: SyntaxNode, infer: Inference): boolean {
  if (work.type !== 'call') {
    return false;
  }
  const callee = child(work, 'function');
  const values = callee && infer.evaluate(callee);
  const list = child(work, 'arguments');
  const plain =
    list !== undefined &&
    descendants(list).every(({ type }) => !/^(?:await|yield|lambda|named_expression)$/.test(type));
  return plain && values !== undefined && values.length > 0 && values.every((value) => isAlone(value, infer));
}

function isAlone(value: Value, infer: Inference): boolean {
  if (value.kind === 'external') {
    return requests.test(value.path);
  }
  const info: FunctionInfo | undefined = value.kind === 'function' ? value.info : undefined;
  return info?.isAsync === true && !info.isGenerator && standsAlone(info, infer);
}
