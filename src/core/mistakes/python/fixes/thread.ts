import * as l10n from '@vscode/l10n';
import type { Fix, TextEdit } from '../../finding';
import { mayAwait } from '../flow/context';
import { flavourOf, toThread, type AsyncLibrary } from '../library/flavour';
import type { Inference } from '../semantics/infer';
import { argumentsOf, child, textOf, type SyntaxNode } from '../syntax/node';
import { bindsWeaker, insert, joined } from './edits';
import { moduleAt, type ModuleName } from './imports';

/** Replaces a blocking sleep by the one that lets others run. */
export function sleepFix(call: SyntaxNode, infer: Inference): Fix | undefined {
  const callee = child(call, 'function');
  const library = flavourOf(infer.model(call).imported);
  const asyncio = place(call, library, infer);
  const plain = argumentsOf(call).every(({ type }) => !/keyword|splat/.test(type));
  if (callee === undefined || asyncio === undefined || !plain) {
    return undefined;
  }
  const replaced = { start: callee.start, end: callee.end, newText: `${asyncio.name}.sleep` };
  return {
    title: l10n.t('Await `{0}.sleep(...)` instead', asyncio.name),
    preferred: true,
    edits: joined([...asyncio.edits, ...awaiting(call, replaced)]),
  };
}

/** Moves a call to a thread, which the event loop can wait for without standing still. */
export function threadFix(call: SyntaxNode, infer: Inference): Fix | undefined {
  const callee = child(call, 'function');
  const list = child(call, 'arguments');
  const library = flavourOf(infer.model(call).imported);
  const asyncio = place(call, library, infer);
  if (
    callee === undefined ||
    list?.type !== 'argument_list' ||
    asyncio === undefined ||
    (library !== 'asyncio' && argumentsOf(call).some(({ type }) => /keyword|splat/.test(type))) ||
    !isReference(callee)
  ) {
    return undefined;
  }
  const inner = list.tree.text.slice(list.start + 1, list.end - 1);
  const opening: TextEdit = {
    start: list.start,
    end: list.start + 1,
    newText: inner.trim() === '' ? '' : ', ',
  };
  const start: TextEdit = insert(call.start, `${toThread[library].replace(library, asyncio.name)}(`);
  return {
    title: l10n.t('Move `{0}` to a thread', textOf(callee)),
    preferred: false,
    edits: joined([...asyncio.edits, ...awaiting(call, start), opening]),
  };
}

function place(call: SyntaxNode, library: AsyncLibrary, infer: Inference): ModuleName | undefined {
  return mayAwait(infer.model(call), call) && !entersContext(call)
    ? moduleAt(library, call, infer)
    : undefined;
}

/** Puts the `await` in front of a change at the start of the call, unless there is one already. */
function awaiting(call: SyntaxNode, change: TextEdit): readonly TextEdit[] {
  if (call.parent?.type === 'await') {
    return [change];
  }
  const [before, after] = bindsWeaker(call) ? ['(await ', ')'] : ['await ', ''];
  const first = { ...change, newText: before + change.newText };
  return after === '' ? [first] : [first, insert(call.end, after)];
}

function isReference(callee: SyntaxNode): boolean {
  return /^[\w.]+$/.test(textOf(callee));
}

function entersContext(call: SyntaxNode): boolean {
  return call.parent?.type === 'with_item' || call.parent?.parent?.type === 'with_item';
}
