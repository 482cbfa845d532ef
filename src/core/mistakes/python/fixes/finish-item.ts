import * as l10n from '@vscode/l10n';
import type { Fix, TextEdit } from '../../finding';
import { siblingsOf } from '../flow/blocks';
import { statementOf } from '../flow/context';
import type { Inference } from '../semantics/infer';
import { closest, contains, textOf, type SyntaxNode } from '../syntax/node';
import { insert } from './edits';
import { linesOf, mayIndent, newlineOf, stepOf, type Lines } from './lines';

const tries = new Set(['try_statement']);

/**
 * Reports an item done: in a `finally` around what follows in the block, or right after the statement when nothing
 * follows. Reports that only some ways come to are taken away. Undefined where lines are shared or text may not be indented.
 */
export function finishItem(
  call: SyntaxNode,
  queue: string,
  preferred: boolean,
  reports: readonly SyntaxNode[],
  infer: Inference,
): Fix | undefined {
  const statement = takingStatement(call, infer);
  const lines = statement && linesOf(statement);
  if (statement === undefined || lines === undefined || statement.parent?.type !== 'block') {
    return undefined;
  }
  const [siblings, place] = siblingsOf(statement);
  const rest = siblings.slice(place + 1);
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
  const statements = reports.map(statementOf);
  const mayGo = statements.every((one) => textOf(one) === done && rest.some((part) => contains(part, one)));
  const edit = mayGo ? around(rest, lines, done, statements) : undefined;
  return edit && { title: l10n.t('Report the item done in a `finally`'), preferred, edits: [edit] };
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

/** Puts the statements after a line into a `try` that reports the item, without the reports in them. */
function around(
  rest: readonly SyntaxNode[],
  { indent, end }: Lines,
  done: string,
  reports: readonly SyntaxNode[],
): TextEdit | undefined {
  const [tree, lastLines] = [rest[0]?.tree, rest.map(linesOf).at(-1)];
  if (
    tree === undefined ||
    lastLines === undefined ||
    rest.map(linesOf).includes(undefined) ||
    !mayIndent(rest)
  ) {
    return undefined;
  }
  const { text } = tree;
  const step = stepOf(tree);
  const newline = newlineOf(tree);
  const start = text.indexOf('\n', end) + 1;
  let position = start;
  const lines = text
    .slice(start, lastLines.end)
    .split(/(?<=\n)/)
    .flatMap((line) => {
      const from = position;
      position += line.length;
      const report = reports.find((one) => one.start >= from && one.start < position);
      if (report === undefined) {
        return line.trim() === '' ? line : step + line;
      }
      const alone = report.parent?.children.length === 1;
      return alone ? step + line.replace(done, 'pass') : [];
    });
  const body = lines.join('').trimEnd();
  return {
    start,
    end: lastLines.end,
    newText: [`${indent}try:`, body, `${indent}finally:`, `${indent}${step}${done}`].join(newline),
  };
}
