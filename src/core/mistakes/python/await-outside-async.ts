import * as l10n from '@vscode/l10n';
import type { Fix, RuleFinding, TextEdit } from '../finding';
import { isUncertain, mayAwait } from './flow/context';
import { suspends } from './flow/suspension';
import { asyncify, mayAwaitOnceAsync, runsAlready } from './fixes/asyncify';
import { insert, joined } from './fixes/edits';
import { asyncioAt } from './fixes/imports';
import type { Rule, RuleContext } from './rule';
import type { Scope } from './semantics/scope';
import { child, textOf, type SyntaxNode } from './syntax/node';

/** `await`, `async for` and `async with` where Python does not take them. */
export const awaitOutsideAsync: Rule = (context) =>
  context.model.tree.nodes.flatMap((node) =>
    suspends(node) && !isAllowed(node, context) && !isUncertain(node) && !node.broken
      ? [finding(node, context)]
      : [],
  );

/**
 * A generator expression with an await in it is an asynchronous generator, which any function may make; a script of
 * `# %%` cells runs as a notebook does.
 */
function isAllowed(node: SyntaxNode, { model }: RuleContext): boolean {
  const place = node.type === 'for_in_clause' ? (child(node, 'left') ?? node) : node;
  let scope: Scope | undefined = model.scopeOf(place);
  while (scope?.kind === 'comprehension') {
    scope = scope.parent;
  }
  const cells = scope?.kind === 'module' && /^# ?%%/m.test(model.tree.text);
  return cells || scope?.kind === 'generator' || mayAwait(model, place);
}

const names: Readonly<Record<string, string>> = {
  await: 'await',
  for_statement: 'async for',
  for_in_clause: 'async for',
  with_statement: 'async with',
};

function finding(node: SyntaxNode, context: RuleContext): RuleFinding {
  const info = context.model.functionAround(node);
  const header = child(node, 'right') ?? (node.type === 'with_statement' ? node.children[0] : undefined);
  const name = names[node.type] ?? 'await';
  const message =
    info === undefined
      ? l10n.t(
          '`{0}` stands at the top of a file, outside of any function: Python refuses the whole file with a SyntaxError.',
          name,
        )
      : info.node.type === 'lambda'
        ? l10n.t(
            '`{0}` stands in a lambda, which cannot be async: Python refuses the whole file with a SyntaxError.',
            name,
          )
        : l10n.t(
            '`{0}` stands in `{1}`, which is no `async def`: Python refuses the whole file with a SyntaxError.',
            name,
            info.name,
          );
  return {
    start: node.start,
    end: header?.end ?? node.end,
    message,
    fixes: fixesOf(node, context),
  };
}

function fixesOf(node: SyntaxNode, { infer, model, staysRight }: RuleContext): readonly Fix[] {
  const info = model.functionAround(node);
  if (info === undefined) {
    const edits = model.scopeOf(node).kind === 'module' ? runInstead(node, infer) : undefined;
    const alone = model.nodes.of(model.tree.root).filter(suspends).length === 1;
    return edits === undefined || runsAlready(model, infer)
      ? []
      : [{ title: l10n.t('Run it with `asyncio.run(...)`'), preferred: alone, edits }];
  }
  const place = node.type === 'for_in_clause' ? (child(node, 'left') ?? node) : node;
  const conversion = mayAwaitOnceAsync(place, info, infer) ? asyncify(info, infer, staysRight) : undefined;
  return conversion === undefined
    ? []
    : [
        {
          title: l10n.t('Make `{0}` async', info.name),
          preferred: conversion.certain,
          edits: joined(conversion.edits),
        },
      ];
}

/** `await f()` at the top of a file becomes `asyncio.run(f())`. */
function runInstead(node: SyntaxNode, infer: RuleContext['infer']): readonly TextEdit[] | undefined {
  const [work] = node.children;
  const asyncio = asyncioAt(node, infer);
  const made = work && infer.evaluate(work);
  if (
    node.type !== 'await' ||
    work?.type !== 'call' ||
    asyncio === undefined ||
    made?.every(({ kind }) => kind === 'coroutine') !== true ||
    textOf(node)
      .slice(0, work.start - node.start)
      .includes('#')
  ) {
    return undefined;
  }
  return joined([
    ...asyncio.edits,
    { start: node.start, end: work.start, newText: `${asyncio.name}.run(` },
    insert(work.end, ')'),
  ]);
}
