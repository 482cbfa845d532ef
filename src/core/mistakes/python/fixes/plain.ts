import * as l10n from '@vscode/l10n';
import type { Fix, TextEdit } from '../../finding';
import { usesOf } from '../flow/callers';
import { suspends } from '../flow/suspension';
import { isNeedless } from '../needless-async';
import type { RuleContext } from '../rule';
import type { FunctionInfo } from '../semantics/values';
import type { SyntaxNode } from '../syntax/node';
import { joined } from './edits';

/**
 * Makes an async function plain and takes the `await` from its calls; callers that would not await anything any more
 * follow. Undefined where the file does not show every use.
 */
export function plainAgain(info: FunctionInfo, context: RuleContext): Fix | undefined {
  const edits: TextEdit[] = [];
  const removed = new Set<SyntaxNode>();
  const done = new Set<FunctionInfo>();
  const waiting = [info];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (done.has(next)) {
      continue;
    }
    done.add(next);
    const uses = usesOf(next, context.infer);
    if (uses === undefined || uses.called.length + uses.handed.length > 0) {
      return undefined;
    }
    edits.push(without(next.node, 'async'));
    for (const awaited of uses.awaited) {
      removed.add(awaited);
      edits.push(without(awaited, 'await'));
      const caller = context.model.functionAround(awaited);
      if (caller === undefined) {
        return undefined;
      }
      const stays = context.model.nodes.of(caller.node).some((node) => suspends(node) && !removed.has(node));
      if (!stays && isNeedless(caller, context)) {
        waiting.push(caller);
      }
    }
  }
  return edits.some(({ start, end }) => info.node.tree.text.slice(start, end).includes('#'))
    ? undefined
    : { title: l10n.t('Make `{0}` a plain function', info.name), preferred: false, edits: joined(edits) };
}

/** Takes a keyword and the blanks after it away. */
function without(node: SyntaxNode, keyword: string): TextEdit {
  const blanks = /^[\s\\]*/.exec(node.tree.text.slice(node.start + keyword.length))?.[0] ?? '';
  return { start: node.start, end: node.start + keyword.length + blanks.length, newText: '' };
}
