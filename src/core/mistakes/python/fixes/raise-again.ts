import * as l10n from '@vscode/l10n';
import type { Fix, TextEdit } from '../../finding';
import type { Inference } from '../semantics/infer';
import { isReached } from '../semantics/exits';
import type { SyntaxNode } from '../syntax/node';
import { insert, joined } from './edits';
import { asyncioAt } from './imports';
import { linesOf, newlineOf, stepOf } from './lines';

const leaving = /^(?:pass_statement|break_statement|continue_statement|raise_statement)$/;

/** Raises the exception at the end of an `except` clause for cancellations, in the place of what leaves it there. */
export function raiseAgain(clause: SyntaxNode): readonly Fix[] {
  const block = clause.children.find(({ type }) => type === 'block');
  const last = block?.children.at(-1);
  if (
    block === undefined ||
    last === undefined ||
    !isReached(last) ||
    (block.children.length > 1 && linesOf(last) === undefined)
  ) {
    return [];
  }
  const replaced =
    leaving.test(last.type) || (last.type === 'return_statement' && last.children.length === 0);
  const edit = replaced ? { start: last.start, end: last.end, newText: 'raise' } : appended(last);
  return edit === undefined
    ? []
    : [{ title: l10n.t('Raise the cancellation again'), preferred: false, edits: [edit] }];
}

function appended(last: SyntaxNode): TextEdit | undefined {
  const lines = linesOf(last);
  const ends = last.type === 'return_statement';
  return lines === undefined || ends
    ? undefined
    : insert(lines.end, `${newlineOf(last.tree)}${lines.indent}raise`);
}

/** Puts an `except` clause for cancellations before one that catches everything, or narrows that one. */
export function raiseBefore(
  clause: SyntaxNode,
  caught: SyntaxNode | undefined,
  infer: Inference,
): readonly Fix[] {
  const lines = linesOf(clause.parent ?? clause);
  const asyncio = asyncioAt(clause, infer);
  const narrower = narrowed(clause, caught);
  if (lines === undefined || asyncio === undefined) {
    return narrower;
  }
  const newline = newlineOf(clause.tree);
  const { indent } = lines;
  const text = `except ${asyncio.name}.CancelledError:${newline}${indent}${stepOf(clause.tree)}raise${newline}${indent}`;
  return [
    {
      title: l10n.t('Raise the cancellation again, catch the rest'),
      preferred: false,
      edits: joined([...asyncio.edits, insert(clause.start, text)]),
    },
    ...narrower,
  ];
}

/** `except Exception` lets cancellations through. */
function narrowed(clause: SyntaxNode, caught: SyntaxNode | undefined): readonly Fix[] {
  const edit =
    caught === undefined
      ? insert(clause.start + 'except'.length, ' Exception')
      : { start: caught.start, end: caught.end, newText: 'Exception' };
  return caught?.type === 'tuple'
    ? []
    : [
        {
          title: l10n.t('Catch `Exception` only, which spares cancellations'),
          preferred: false,
          edits: [edit],
        },
      ];
}
