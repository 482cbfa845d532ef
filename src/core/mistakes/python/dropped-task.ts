import * as l10n from '@vscode/l10n';
import type { Fix, RuleFinding, TextEdit } from '../finding';
import { libraryCallees } from './analysis';
import { isUncertain, mayAwait, statementOf } from './flow/context';
import { useOf, type Use } from './flow/usage';
import { readsSeeing } from './flow/variables';
import { insert, joined } from './fixes/edits';
import { freeName, linesOf, newlineOf, type Lines } from './fixes/lines';
import { taskMakers } from './library/tasks';
import type { Rule, RuleContext } from './rule';
import type { Inference } from './semantics/infer';
import { calleeText, positional, textOf, type SyntaxNode } from './syntax/node';

/** Calls that start a task which nobody keeps. */
export const droppedTask: Rule = (context) =>
  context.model.calls.flatMap((call) => {
    const paths = libraryCallees(call, context.infer);
    if (paths.length === 0 || !paths.every((path) => taskMakers.has(path)) || isUncertain(call)) {
      return [];
    }
    const use = useOf(call, context.infer);
    return isDropped(use, context.infer) ? [finding(call, use, context)] : [];
  });

function isDropped(use: Use, infer: Inference): boolean {
  if (use.kind !== 'assigned') {
    return use.kind === 'dropped' || (use.kind === 'misused' && use.as === 'condition');
  }
  const model = infer.model(use.name);
  const home = model.scopeOf(use.name);
  return (
    !use.many &&
    home.kind === 'function' &&
    home.owner(textOf(use.name)) === home &&
    readsSeeing(use.name, infer).length === 0 &&
    !/\b(?:locals|vars|exec|eval)\(/.test(model.tree.text)
  );
}

function finding(call: SyntaxNode, use: Use, context: RuleContext): RuleFinding {
  const called = calleeText(call);
  const message =
    use.kind === 'assigned'
      ? l10n.t(
          '`{0}(...)` starts a task that is put in `{1}` and never used again: nobody awaits it, so nobody handles its exceptions, and it may vanish before it is done.',
          called,
          textOf(use.name),
        )
      : l10n.t(
          '`{0}(...)` starts a task that is not kept: the event loop alone does not hold on to it, so it may vanish before it is done, and nobody handles its exceptions.',
          called,
        );
  return {
    start: call.start,
    end: call.end,
    message,
    fixes: fixesOf(call, use, context),
  };
}

function fixesOf(call: SyntaxNode, use: Use, { infer, model }: RuleContext): readonly Fix[] {
  const statement = statementOf(call);
  const whole = use.kind === 'assigned' ? statement.children[0] : call;
  const lines = statement.type === 'expression_statement' ? linesOf(statement) : undefined;
  if (lines === undefined || whole?.parent !== statement || (use.kind === 'dropped' && whole !== call)) {
    return [];
  }
  const name = use.kind === 'assigned' ? textOf(use.name) : freeName('task', call.tree);
  const named: readonly TextEdit[] = use.kind === 'assigned' ? [] : [insert(call.start, `${name} = `)];
  const fixes = [kept(statement, lines, name, named)];
  if (mayAwait(model, call)) {
    fixes.push(isBoundAgain(use, model) ? undefined : awaitedAtEnd(statement, name, named));
    fixes.push(use.kind === 'dropped' ? awaitedHere(call, infer) : undefined);
  }
  return fixes.filter((fix) => fix !== undefined);
}

/** True for a name that has another value by the end. */
function isBoundAgain(use: Use, model: RuleContext['model']): boolean {
  const bindings = use.kind === 'assigned' ? model.scopeOf(use.name).bindingsOf(textOf(use.name)) : undefined;
  return (bindings?.length ?? 0) > 1;
}

/** Keeps the task in a set of the module until it is done. */
function kept(
  statement: SyntaxNode,
  lines: Lines,
  name: string,
  named: readonly TextEdit[],
): Fix | undefined {
  const { tree } = statement;
  const newline = newlineOf(tree);
  const set = freeName('background_tasks', tree);
  const imports = tree.root.children.filter(
    ({ type, start }) => /^(?:future_)?import(?:_from)?_statement$/.test(type) && start < statement.start,
  );
  const last = imports.at(-1);
  const above = last && linesOf(last);
  if (above === undefined || name === '_') {
    return undefined;
  }
  const after = [`${set}.add(${name})`, `${name}.add_done_callback(${set}.discard)`];
  return {
    title: l10n.t('Keep the task in `{0}` until it is done', set),
    preferred: false,
    edits: joined([
      insert(above.end, `${newline}${newline}${set} = set()`),
      ...named,
      insert(lines.end, after.map((line) => `${newline}${lines.indent}${line}`).join('')),
    ]),
  };
}

const endings = /^(?:return|raise|break|continue)_statement$/;

/** Awaits the task at the end of the block that starts it. */
function awaitedAtEnd(statement: SyntaxNode, name: string, named: readonly TextEdit[]): Fix | undefined {
  const block = statement.parent;
  const last = block?.children.at(-1);
  const lines = last && linesOf(last);
  if (last === undefined || lines === undefined || block?.parent?.type !== 'function_definition') {
    return undefined;
  }
  const newline = newlineOf(statement.tree);
  const edit = endings.test(last.type)
    ? insert(last.start, `await ${name}${newline}${lines.indent}`)
    : insert(lines.end, `${newline}${lines.indent}await ${name}`);
  return {
    title: l10n.t('Await `{0}` before the end', name),
    preferred: false,
    edits: joined([...named, edit]),
  };
}

/** Awaits the work at once instead of starting a task for it. */
function awaitedHere(call: SyntaxNode, infer: Inference): Fix | undefined {
  const [work] = positional(call);
  const made = work && infer.evaluate(work);
  if (work?.type !== 'call' || made?.every(({ kind }) => kind === 'coroutine') !== true) {
    return undefined;
  }
  const before = { start: call.start, end: work.start, newText: 'await ' };
  const after = { start: work.end, end: call.end, newText: '' };
  const lost = call.tree.text.slice(before.start, before.end) + call.tree.text.slice(after.start, after.end);
  return lost.includes('#')
    ? undefined
    : { title: l10n.t('Await `{0}(...)` here', calleeText(work)), preferred: false, edits: [before, after] };
}
