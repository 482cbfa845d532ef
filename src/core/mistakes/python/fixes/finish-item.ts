import * as l10n from '@vscode/l10n';
import type { Fix, TextEdit } from '../../finding';
import { siblingsOf } from '../flow/blocks';
import { statementOf } from '../flow/context';
import type { Inference } from '../semantics/infer';
import { closest, type SyntaxNode } from '../syntax/node';
import { insert, joined } from './edits';
import { linesOf, mayIndent, newlineOf, stepOf, type Lines } from './lines';

const tries = new Set(['try_statement']);

/**
 * Reports an item done: in a `finally` around what follows in the block, or right after the statement when nothing
 * follows. Undefined where lines are shared or text may not be indented.
 */
export function finishItem(
  call: SyntaxNode,
  queue: string,
  preferred: boolean,
  infer: Inference,
): Fix | undefined {
  const statement = takingStatement(call, infer);
  const lines = statement && linesOf(statement);
  if (statement === undefined || lines === undefined || statement.parent?.type !== 'block') {
    return undefined;
  }
  const [statements, place] = siblingsOf(statement);
  const rest = statements.slice(place + 1);
  const last = rest.at(-1);
  const keeps = assigns(statement, call);
  const newline = newlineOf(call.tree);
  const done = `${queue}.task_done()`;
  if (last === undefined || !keeps) {
    return {
      title: l10n.t('Report the item done with `{0}`', done),
      preferred,
      edits: [insert(lines.end, `${newline}${lines.indent}${done}`)],
    };
  }
  const edits = around(last, rest, lines, done, newline);
  return edits && { title: l10n.t('Report the item done in a `finally`'), preferred, edits };
}

/** The statement after which the item is there: the call's own, or a `try` with nothing but it. */
function takingStatement(call: SyntaxNode, infer: Inference): SyntaxNode | undefined {
  const own = statementOf(call);
  if (own.type !== 'expression_statement') {
    return undefined;
  }
  const around = closest(own, tries);
  const body = around?.children[0];
  const handlers = around?.children.filter(({ type }) => type === 'except_clause') ?? [];
  const alone =
    body?.type === 'block' &&
    body.children.length === 1 &&
    body.children[0] === own &&
    handlers.every(leaves);
  const sameCode = around !== undefined && infer.model(own).scopeOf(around) === infer.model(own).scopeOf(own);
  return alone && sameCode ? around : own;
}

function leaves(handler: SyntaxNode): boolean {
  const last = handler.children.at(-1)?.children.at(-1);
  return /^(?:return|raise|break|continue)_statement$/.test(last?.type ?? '');
}

function assigns(statement: SyntaxNode, call: SyntaxNode): boolean {
  const own = statement.type === 'expression_statement' ? statement : statementOf(call);
  return own.children[0]?.type === 'assignment';
}

function around(
  last: SyntaxNode,
  rest: readonly SyntaxNode[],
  { indent, end }: Lines,
  done: string,
  newline: string,
): readonly TextEdit[] | undefined {
  const { tree } = last;
  const lines = rest.map(linesOf);
  const lastLines = lines.at(-1);
  if (lines.includes(undefined) || lastLines === undefined || !mayIndent(rest)) {
    return undefined;
  }
  const step = stepOf(tree);
  const from = tree.text.indexOf('\n', end) + 1;
  const edits: TextEdit[] = [insert(from, `${indent}try:${newline}`)];
  for (let start = from; start > 0 && start < last.end; start = tree.text.indexOf('\n', start) + 1) {
    if (/^[^\S\n]*\S/.test(tree.text.slice(start, last.end))) {
      edits.push(insert(start, step));
    }
  }
  edits.push(insert(lastLines.end, `${newline}${indent}finally:${newline}${indent}${step}${done}`));
  return joined(edits);
}
