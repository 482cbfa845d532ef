import * as l10n from '@vscode/l10n';
import type { Fix } from '../../finding';
import { libraryCallees } from '../analysis';
import { blockingOf } from '../flow/blocking';
import { independent } from '../flow/independence';
import { suspends } from '../flow/suspension';
import type { RuleContext } from '../rule';
import type { Inference } from '../semantics/infer';
import type { Value } from '../semantics/values';
import { argumentsOf, child, descendants, textOf, type SyntaxNode } from '../syntax/node';
import { asyncioAt } from './imports';
import { freeName, linesOf, newlineOf, stepOf } from './lines';

/** One statement of a row that starts a runner each. */
interface Run {
  readonly statement: SyntaxNode;
  readonly call: SyntaxNode;
  readonly work: SyntaxNode;
  /** What the result is assigned to. */
  readonly target: SyntaxNode | undefined;
}

/**
 * Puts a row of statements that start a runner each into one `main`, and runs that. Offered at the row's second
 * call only; what does not depend on each other is gathered.
 */
export function oneMain(
  call: SyntaxNode,
  calls: readonly SyntaxNode[],
  context: RuleContext,
): Fix | undefined {
  const row = rowAround(call, calls, context);
  const [first] = row ?? [];
  const asyncio = asyncioAt(call, context.infer);
  if (row === undefined || first === undefined || asyncio === undefined || row[1]?.call !== call) {
    return undefined;
  }
  const lines = row.map(({ statement }) => linesOf(statement));
  const [start, end] = [lines[0], lines.at(-1)];
  if (start === undefined || end === undefined || lines.includes(undefined)) {
    return undefined;
  }
  const { tree } = call;
  const removed = tree.text.slice(first.statement.start, end.end);
  const newline = newlineOf(tree);
  const name = freeName('main', tree);
  const body = bodyOf(row, asyncio.name, context);
  const targets = row.flatMap(({ target }) => (target === undefined ? [] : [textOf(target)]));
  const run = `${asyncio.name}.run(${name}())`;
  const text = [
    `async def ${name}():`,
    ...body.map((line) => `${start.indent}${stepOf(tree)}${line}`),
    '',
    `${start.indent}${targets.length === 0 ? run : `${targets.join(', ')} = ${run}`}`,
  ].join(newline);
  return removed.includes('#') || asyncio.edits.length > 0
    ? undefined
    : {
        title: l10n.t('Await them all from one `{0}`', name),
        preferred: false,
        edits: [{ start: first.statement.start, end: end.end, newText: text }],
      };
}

function rowAround(
  call: SyntaxNode,
  calls: readonly SyntaxNode[],
  context: RuleContext,
): readonly Run[] | undefined {
  const runs = calls.map((one) => runOf(one, context));
  const own = runs.find((run) => run?.call === call);
  const siblings = own?.statement.parent?.children ?? [];
  const places = siblings.map((statement) => runs.find((run) => run?.statement === statement));
  const here = places.indexOf(own);
  let from = here;
  let to = here;
  while (places[from - 1] !== undefined) {
    from -= 1;
  }
  while (places[to + 1] !== undefined) {
    to += 1;
  }
  const row = places.slice(from, to + 1).filter((run) => run !== undefined);
  return own === undefined || row.length < 2 ? undefined : row;
}

/** `asyncio.run(work())` or `name = asyncio.run(work())` as a statement, with nothing but the work passed. */
function runOf(call: SyntaxNode, { infer }: RuleContext): Run | undefined {
  const [work, ...others] = argumentsOf(call);
  const { parent } = call;
  const target = parent?.type === 'assignment' ? child(parent, 'left') : undefined;
  const statement = target === undefined ? parent : parent?.parent;
  const simple = libraryCallees(call, infer).every((path) => path === 'asyncio.run');
  const made = work && infer.evaluate(work);
  const blocks =
    work === undefined ||
    descendants(work).some((node) => node.type === 'call' && blockingOf(node, infer) !== undefined);
  return simple &&
    work?.type === 'call' &&
    others.length === 0 &&
    !blocks &&
    made?.every((value) => waits(value, infer)) === true &&
    statement?.type === 'expression_statement' &&
    (target === undefined || (target.type === 'identifier' && child(parent ?? call, 'type') === undefined))
    ? { statement, call, work, target }
    : undefined;
}

/** Awaiting what never waits would only be the next mistake. */
function waits(value: Value, infer: Inference): boolean {
  return (
    value.kind === 'coroutine' &&
    (value.of === undefined || infer.model(value.of.node).nodes.of(value.of.node).some(suspends))
  );
}

function bodyOf(row: readonly Run[], asyncio: string, context: RuleContext): readonly string[] {
  const results = row.filter(({ target }) => target !== undefined);
  const works = row.map(({ work }) => textOf(work));
  if (independent(row, context) && (results.length === 0 || results.length === row.length)) {
    const gathered = `await ${asyncio}.gather(${works.join(', ')})`;
    return [results.length === 0 ? gathered : `return ${gathered}`];
  }
  const lines = row.map(({ work, target }) =>
    target === undefined ? `await ${textOf(work)}` : `${textOf(target)} = await ${textOf(work)}`,
  );
  const names = results.map(({ target }) => (target === undefined ? '' : textOf(target)));
  return names.length === 0 ? lines : [...lines, `return ${names.join(', ')}`];
}
