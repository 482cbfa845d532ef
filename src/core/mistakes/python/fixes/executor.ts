import * as l10n from '@vscode/l10n';
import type { Fix, TextEdit } from '../../finding';
import { mayAwait, statementOf } from '../flow/context';
import { flavourOf, toThread } from '../library/flavour';
import type { RuleContext } from '../rule';
import { calleeOf } from '../semantics/calls';
import { argumentsOf, child, contains, textOf, type SyntaxNode } from '../syntax/node';
import { bindsWeaker, insert, joined } from './edits';
import { asyncioAt, moduleAt } from './imports';
import { freeName, linesOf, mayIndent, newlineOf, stepOf } from './lines';

/** Ways to calculate elsewhere and await the result: another process, a thread, a function of its own. */
export function toExecutor(node: SyntaxNode, context: RuleContext): readonly Fix[] {
  if (!mayAwait(context.model, node) || textOf(node).includes('#')) {
    return [];
  }
  const fixes = node.type.endsWith('_statement')
    ? [loopInThread(node, context)]
    : [inProcess(node, context), inThread(node, context)];
  return fixes.filter((fix) => fix !== undefined);
}

function awaited(node: SyntaxNode, before: string, after: string): readonly TextEdit[] {
  const [open, close] = bindsWeaker(node) ? ['(', ')'] : ['', ''];
  return [insert(node.start, `${open}await ${before}`), insert(node.end, `${after}${close}`)];
}

/** The lecture's way: a thread. The calculation takes as long, but the others run. */
function inThread(node: SyntaxNode, { infer, model }: RuleContext): Fix | undefined {
  const library = flavourOf(model.imported);
  const module = moduleAt(library, node, infer);
  const runner =
    library === 'asyncio'
      ? '.get_running_loop().run_in_executor(None, lambda: '
      : '.to_thread.run_sync(lambda: ';
  return (
    module && {
      title: l10n.t('Calculate in a thread, so that others run meanwhile'),
      preferred: false,
      edits: joined([...module.edits, ...awaited(node, `${module.name}${runner}`, ')')]),
    }
  );
}

/** A process of its own can run only what it can import: a function at the top of a module. */
function inProcess(node: SyntaxNode, { infer, model }: RuleContext): Fix | undefined {
  const asyncio = asyncioAt(node, infer);
  const futures = moduleAt('concurrent.futures', node, infer);
  const values = node.type === 'call' ? calleeOf(node, infer) : undefined;
  const [value] = values ?? [];
  const callee = child(node, 'function');
  const list = child(node, 'arguments');
  const statement = statementOf(node);
  const lines = /^(?:expression|return)_statement$/.test(statement.type) ? linesOf(statement) : undefined;
  const top =
    value?.kind === 'function' &&
    value.info.owner === undefined &&
    model.scopeOf(value.info.node).kind === 'module';
  if (
    asyncio === undefined ||
    futures === undefined ||
    lines === undefined ||
    !top ||
    callee?.type !== 'identifier' ||
    list?.type !== 'argument_list' ||
    !mayIndent([statement]) ||
    argumentsOf(node).some(({ type }) => /keyword|splat/.test(type)) ||
    textOf(statement).includes('\n')
  ) {
    return undefined;
  }
  const { tree } = node;
  const pool = freeName('pool', tree);
  const given = tree.text.slice(list.start + 1, list.end - 1).trim();
  const header = `with ${futures.name}.ProcessPoolExecutor() as ${pool}:${newlineOf(tree)}${lines.indent}${stepOf(tree)}`;
  const work = `await ${asyncio.name}.get_running_loop().run_in_executor(${pool}, ${textOf(callee)}${given === '' ? '' : ', '}`;
  const [open, close] = bindsWeaker(node) ? ['(', ')'] : ['', ''];
  return {
    title: l10n.t('Calculate in another process, on a core of its own'),
    preferred: false,
    edits: joined([
      ...asyncio.edits,
      ...futures.edits,
      insert(statement.start, header),
      { start: callee.start, end: list.start + 1, newText: open + work },
      insert(list.end, close),
    ]),
  };
}

/** Moves a loop into a function inside this one, and that to a thread. */
function loopInThread(loop: SyntaxNode, { infer, model }: RuleContext): Fix | undefined {
  const library = flavourOf(model.imported);
  const module = moduleAt(library, loop, infer);
  const lines = linesOf(loop);
  const shared = sharedNames(loop, model);
  if (module === undefined || lines === undefined || shared === undefined || !mayIndent([loop])) {
    return undefined;
  }
  const { tree } = loop;
  const newline = newlineOf(tree);
  const { indent } = lines;
  const step = stepOf(tree);
  const name = freeName('calculate', tree);
  const header = `def ${name}():${newline}${indent}${step}`;
  const keep = shared.length === 0 ? '' : `nonlocal ${shared.join(', ')}${newline}${indent}${step}`;
  const edits: TextEdit[] = [insert(loop.start, header + keep)];
  for (
    let at = tree.text.indexOf('\n', loop.start) + 1;
    at > 0 && at < loop.end;
    at = tree.text.indexOf('\n', at) + 1
  ) {
    if (/^[^\S\n]*\S/.test(tree.text.slice(at, loop.end))) {
      edits.push(insert(at, step));
    }
  }
  edits.push(
    insert(
      lines.end,
      `${newline}${newline}${indent}await ${toThread[library].replace(library, module.name)}(${name})`,
    ),
  );
  return {
    title: l10n.t('Calculate in a thread, so that others run meanwhile'),
    preferred: false,
    edits: joined([...module.edits, ...edits]),
  };
}

/** The variables that the loop changes for the code around it; undefined when one would get lost. */
function sharedNames(loop: SyntaxNode, model: RuleContext['model']): readonly string[] | undefined {
  const home = model.scopeOf(loop);
  const shared: string[] = [];
  if (home.kind !== 'function' || home.nonlocals.size + home.globals.size > 0) {
    return undefined;
  }
  for (const [name, bindings] of home.bindings) {
    const within = bindings.filter(({ node }) => contains(loop, node));
    if (within.length === 0) {
      continue;
    }
    const uses = model.nodes.named(name).filter((node) => !contains(loop, node) && contains(home.node, node));
    if (within.length < bindings.length) {
      shared.push(name);
    } else if (uses.length > 0) {
      return undefined;
    }
  }
  return shared;
}
