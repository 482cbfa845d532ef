import * as l10n from '@vscode/l10n';
import type { Fix, TextEdit } from '../../finding';
import type { AwaitGroup } from '../flow/await-groups';
import type { Inference } from '../semantics/infer';
import { child, type SyntaxNode } from '../syntax/node';
import { bindsWeaker, joined } from './edits';
import { asyncioAt } from './imports';

/** Awaits the parts of a list or tuple together; for a tuple that is not unpacked at once, `tuple(...)` keeps it one. */
export function gatherGroup({ whole, awaits, works }: AwaitGroup, infer: Inference): readonly Fix[] {
  const asyncio = asyncioAt(whole, infer);
  const isSequence = /^(?:expression_list|list|tuple)$/.test(whole.type);
  if (asyncio === undefined || !isSequence || awaits.length < whole.children.length) {
    return [];
  }
  const [open, close] = around(whole);
  const opening = `${open}await ${asyncio.name}.gather(`;
  const bare = whole.type === 'expression_list';
  const bracket = bare ? 0 : 1;
  const edits: readonly TextEdit[] = [
    ...(bare ? [] : [{ start: whole.start, end: whole.start + bracket, newText: opening }]),
    ...awaits.map(({ start }, place) => ({
      start,
      end: works[place]?.start ?? start,
      newText: bare && place === 0 ? opening : '',
    })),
    { start: whole.end - bracket, end: whole.end, newText: `)${close}` },
  ];
  return [
    {
      title: l10n.t('Await them together with `{0}.gather(...)`', asyncio.name),
      preferred: false,
      edits: joined([...asyncio.edits, ...edits]),
    },
  ];
}

function around(whole: SyntaxNode): readonly [string, string] {
  if (whole.type !== 'list' && !isUnpacked(whole)) {
    return ['tuple(', ')'];
  }
  return bindsWeaker(whole) ? ['(', ')'] : ['', ''];
}

/** True for the right side of `a, b = ...`. */
function isUnpacked(whole: SyntaxNode): boolean {
  const left =
    whole.parent?.type === 'assignment' && whole.field === 'right' ? child(whole.parent, 'left') : undefined;
  return left !== undefined && /^(?:pattern_list|tuple_pattern|list_pattern)$/.test(left.type);
}
