import * as l10n from '@vscode/l10n';
import type { Fix, TextEdit } from '../../finding';
import type { AwaitLoop } from '../flow/await-loops';
import type { Inference } from '../semantics/infer';
import { calleeText, child, positional, textOf, type SyntaxNode } from '../syntax/node';
import { bindsWeaker, insert, joined } from './edits';
import { asyncioAt } from './imports';
import { linesOf } from './lines';

/** Starts the work of all rounds together; offered for loops that do little else. */
export function gatherLoop(found: AwaitLoop, infer: Inference): readonly Fix[] {
  const asyncio = asyncioAt(found.loop, infer);
  if (asyncio === undefined || found.loop.type === 'dictionary_comprehension') {
    return [];
  }
  const edits =
    found.loop.type === 'for_statement' ? statement(found, asyncio.name) : comprehension(found, asyncio.name);
  return edits === undefined
    ? []
    : [
        {
          title: l10n.t('Await them together with `{0}.gather(...)`', asyncio.name),
          preferred: false,
          edits: joined([...asyncio.edits, ...edits]),
        },
      ];
}

function comprehension({ loop, awaited, work }: AwaitLoop, asyncio: string): readonly TextEdit[] {
  const [open, close] = bindsWeaker(loop) ? ['(', ')'] : ['', ''];
  return [
    insert(loop.start, `${open}await ${asyncio}.gather(*`),
    { start: awaited.start, end: work.start, newText: '' },
    insert(loop.end, `)${close}`),
  ];
}

function statement(found: AwaitLoop, asyncio: string): readonly TextEdit[] | undefined {
  const { loop, target, iterable, awaited, work } = found;
  const lines = linesOf(loop);
  const all = `await ${asyncio}.gather(*(${textOf(work)} for ${textOf(target)} in ${textOf(iterable)}))`;
  const text = replacement(child(loop, 'body')?.children ?? [], awaited, all);
  return lines === undefined || text === undefined || /#|\n/.test(textOf(work)) || textOf(loop).includes('#')
    ? undefined
    : [{ start: loop.start, end: loop.end, newText: text }];
}

/** What the whole loop becomes: a gather alone, or one whose results a list takes. */
function replacement(body: readonly SyntaxNode[], awaited: SyntaxNode, all: string): string | undefined {
  const [first, second, ...others] = body.map((one) => one.children[0]);
  if (first === undefined || others.length > 0) {
    return undefined;
  }
  if (first === awaited && second === undefined) {
    return all;
  }
  const kept = second ?? first;
  const [given] = kept.type === 'call' ? positional(kept) : [];
  const list = /^(\w+)\.append$/.exec(kept.type === 'call' ? calleeText(kept) : '')?.[1];
  const result = first.type === 'assignment' ? child(first, 'left') : undefined;
  const passes =
    second === undefined
      ? given === awaited
      : given !== undefined && result !== undefined && textOf(given) === textOf(result);
  return list !== undefined && passes ? `${list}.extend(${all})` : undefined;
}
