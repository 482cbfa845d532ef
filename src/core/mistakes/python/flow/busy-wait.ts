import type { Inference } from '../semantics/infer';
import { libraryCallees } from '../analysis';
import { child, descendants, type SyntaxNode } from '../syntax/node';
import { suspends } from './suspension';

const clocks = new Set([
  'time.time',
  'time.monotonic',
  'time.perf_counter',
  'time.process_time',
  'datetime.datetime.now',
  'datetime.datetime.utcnow',
]);

/** True for a `while` loop that only watches a clock, or does little until a time has come. */
export function isBusyWait(node: SyntaxNode, infer: Inference): boolean {
  const condition = node.type === 'while_statement' ? child(node, 'condition') : undefined;
  const body = child(node, 'body');
  if (condition?.type !== 'comparison_operator' || body === undefined) {
    return false;
  }
  const watches = descendants(condition).some(
    (part) => part.type === 'call' && libraryCallees(part, infer).some((path) => clocks.has(path)),
  );
  const inside = descendants(body);
  return (
    watches &&
    !inside.some(
      (part) => suspends(part) || part.type === 'call' || /^(?:break|return|yield)/.test(part.type),
    )
  );
}
