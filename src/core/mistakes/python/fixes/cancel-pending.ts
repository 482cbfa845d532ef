import * as l10n from '@vscode/l10n';
import type { Fix } from '../../finding';
import type { Inference } from '../semantics/infer';
import { textOf, type SyntaxNode } from '../syntax/node';
import { joined } from './edits';
import { asyncioAt } from './imports';
import { freeName, linesOf, newlineOf, stepOf } from './lines';

/** Cancels and awaits what a call of `asyncio.wait` left pending; `given` is the name it has, if any. */
export function cancelPending(
  call: SyntaxNode,
  given: SyntaxNode | undefined,
  infer: Inference,
): Fix | undefined {
  const statement =
    call.parent?.parent?.type === 'assignment' ? call.parent.parent.parent : call.parent?.parent;
  const lines = statement?.type === 'expression_statement' ? linesOf(statement) : undefined;
  const asyncio = asyncioAt(call, infer);
  if (statement === undefined || lines === undefined || asyncio === undefined) {
    return undefined;
  }
  const { tree } = call;
  const around = infer.model(call).functionAround(call)?.node;
  const reach = around === undefined ? tree : { text: textOf(around) };
  const name = given === undefined || textOf(given) === '_' ? freeName('pending', reach) : textOf(given);
  const task = freeName('task', reach);
  const target =
    given === undefined
      ? { start: statement.start, end: statement.start, newText: `_, ${name} = ` }
      : { start: given.start, end: given.end, newText: name };
  const after = [
    `for ${task} in ${name}:`,
    `${stepOf(tree)}${task}.cancel()`,
    `await ${asyncio.name}.gather(*${name}, return_exceptions=True)`,
  ];
  const text = after.map((line) => `${newlineOf(tree)}${lines.indent}${line}`).join('');
  return {
    title: l10n.t('Cancel what is still pending, and await it'),
    preferred: false,
    edits: joined([...asyncio.edits, target, { start: lines.end, end: lines.end, newText: text }]),
  };
}
