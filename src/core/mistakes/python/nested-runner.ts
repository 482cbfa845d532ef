import * as l10n from '@vscode/l10n';
import type { Fix, RuleFinding, TextEdit } from '../finding';
import { libraryCallees, type Analysis } from './analysis';
import { relatedPlace } from './blocking-call';
import { bindsWeaker } from './fixes/edits';
import { isUncertain, mayAwait, runsInLoop } from './flow/context';
import { runners } from './library/blocking';
import type { Rule, RuleContext } from './rule';
import type { Inference } from './semantics/infer';
import {
  argumentsOf,
  calleeText,
  child,
  lineOf,
  positional,
  textOf,
  unwrap,
  type SyntaxNode,
} from './syntax/node';

/** True for calls that start an event loop and wait for it. */
export function isRunner(call: SyntaxNode, infer: Inference): boolean {
  const paths = libraryCallees(call, infer);
  return paths.length > 0 && paths.every((path) => runners.has(path));
}

/** Runners started where an event loop runs already, directly or through a helper. */
export const nestedRunner: Rule = (context) => {
  const { model, infer } = context;
  if (/\bnest_asyncio\b/.test(model.tree.text)) {
    return [];
  }
  return model.calls.flatMap((call) => {
    if (!runsInLoop(model, call) || isUncertain(call)) {
      return [];
    }
    if (isRunner(call, infer) || isUnknownLoop(call, infer)) {
      return [direct(call, context)];
    }
    const finding = throughHelper(call, context);
    return finding === undefined ? [] : [finding];
  });
};

/** `run_until_complete` of something unknown: nothing but an event loop has such a method. */
function isUnknownLoop(call: SyntaxNode, infer: Inference): boolean {
  const callee = child(call, 'function');
  const name = callee && child(callee, 'attribute');
  return (
    name !== undefined &&
    textOf(name) === 'run_until_complete' &&
    callee !== undefined &&
    infer.evaluate(callee) === undefined
  );
}

function direct(call: SyntaxNode, { model, infer }: Analysis): RuleFinding {
  const fix = mayAwait(model, call) ? awaitInstead(call, infer) : undefined;
  return {
    start: call.start,
    end: call.end,
    message: l10n.t(
      '`{0}(...)` starts an event loop inside async code, where one runs already: it raises a RuntimeError.',
      calleeText(call),
    ),
    fixes: fix === undefined ? [] : [fix],
  };
}

function throughHelper(call: SyntaxNode, { infer, model, toRunner }: RuleContext): RuleFinding | undefined {
  const route = toRunner.from(call);
  if (route === undefined) {
    return undefined;
  }
  const where = infer.model(route.end).path;
  return {
    start: call.start,
    end: call.end,
    message: l10n.t(
      '`{0}(...)` leads to `{1}(...)` on line {2}, which starts an event loop where one runs already: it raises a RuntimeError.',
      calleeText(call),
      calleeText(route.end),
      lineOf(route.end),
    ),
    fixes: [],
    related: [relatedPlace(route.end, l10n.t('This starts an event loop.'), model.path, where)],
  };
}

const primaries = new Set(['call', 'identifier', 'attribute', 'subscript', 'parenthesized_expression']);
const withFunction = new Set(['anyio.run', 'trio.run']);

function awaitInstead(call: SyntaxNode, infer: Inference): Fix | undefined {
  const [work] = positional(call);
  const callee = child(call, 'function');
  if (work === undefined || callee === undefined || !primaries.has(work.type)) {
    return undefined;
  }
  const edits = libraryCallees(call, infer).some((path) => withFunction.has(path))
    ? callInstead(call, work)
    : [replace(call.start, work.start, ''), replace(work.end, call.end, '')];
  const removed = edits.map(({ start, end }) => call.tree.text.slice(start, end)).join('');
  if (edits.length === 0 || removed.includes('#')) {
    return undefined;
  }
  const others = argumentsOf(call).length > 1 && !/\bdebug\s*=/.test(removed);
  const closes = textOf(infer.model(call).functionAround(call)?.node ?? call).includes('.close()');
  return {
    title: l10n.t('Await `{0}` instead', textOf(unwrap(work)).split('(')[0] ?? ''),
    preferred: !(others && !withFunction.has(libraryCallees(call, infer)[0] ?? '')) && !closes,
    edits: awaited(call, edits),
  };
}

/** `run(f, a, b)` becomes `f(a, b)`; keywords are options of the runner. */
function callInstead(call: SyntaxNode, work: SyntaxNode): readonly TextEdit[] {
  const rest = argumentsOf(call).slice(1);
  if (work.type === 'call' || rest.some(({ type }) => type === 'keyword_argument')) {
    return [];
  }
  const [second] = rest;
  return second === undefined
    ? [replace(call.start, work.start, ''), replace(work.end, call.end, '()')]
    : [replace(call.start, work.start, ''), replace(work.end, second.start, '(')];
}

function awaited(call: SyntaxNode, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (call.parent?.type === 'await') {
    return edits;
  }
  const [before, after] = bindsWeaker(call) ? ['(await ', ')'] : ['await ', ''];
  return edits
    .map((edit, index) => (index === 0 ? { ...edit, newText: before + edit.newText } : edit))
    .map((edit) => (edit.end === call.end ? { ...edit, newText: edit.newText + after } : edit));
}

function replace(start: number, end: number, newText: string): TextEdit {
  return { start, end, newText };
}
