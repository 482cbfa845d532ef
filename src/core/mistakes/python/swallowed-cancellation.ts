import * as l10n from '@vscode/l10n';
import type { RuleFinding } from '../finding';
import { asyncFunctionAround, isTestCode, isUncertain } from './flow/context';
import { suspends } from './flow/suspension';
import { raiseAgain, raiseBefore } from './fixes/raise-again';
import type { Rule, RuleContext } from './rule';
import { isReached } from './semantics/exits';
import type { Inference } from './semantics/infer';
import type { FunctionInfo } from './semantics/values';
import {
  argumentsOf,
  calleeText,
  child,
  contains,
  positional,
  textOf,
  unwrap,
  type SyntaxNode,
} from './syntax/node';

/** What an `except` clause does with a cancellation. */
type Catches = 'cancellation' | 'everything' | undefined;

/** `except` clauses and `suppress(…)` around an await that take a cancellation and keep it. */
export const swallowedCancellation: Rule = (context) =>
  context.model.tree.nodes.flatMap((node) => {
    const info = statements.has(node.type) ? asyncFunctionAround(context.model, node) : undefined;
    if (info === undefined || isTestCode(context.model, node)) {
      return [];
    }
    const clause = node.type === 'try_statement' ? catchingClause(node, context.infer) : undefined;
    const suppress = node.type === 'with_statement' ? suppressing(node, context.infer) : undefined;
    if ((clause ?? suppress) === undefined || isUncertain(node) || node.broken) {
      return [];
    }
    const own = context.model.nodes.of(info.node);
    if (
      !waitsForWork(node, own) ||
      knowsWhatItDoes(clause ?? node, own, context.infer) ||
      isStoppedHere(info, context)
    ) {
      return [];
    }
    return clause === undefined
      ? suppress === undefined
        ? []
        : [keeping(suppress)]
      : [finding(clause, context)];
  });

const statements = new Set(['try_statement', 'with_statement']);

function catchingClause(statement: SyntaxNode, infer: Inference): SyntaxNode | undefined {
  return statement.children.find(
    (part) => part.type === 'except_clause' && catches(part, infer) !== undefined,
  );
}

/** The `suppress(CancelledError)` that a `with` statement enters. */
function suppressing(statement: SyntaxNode, infer: Inference): SyntaxNode | undefined {
  const items = statement.children[0]?.children ?? [];
  return items
    .map((item) => child(item, 'value'))
    .find(
      (call) =>
        call?.type === 'call' &&
        isPath(call.children[0] ?? call, infer, new Set(['contextlib.suppress'])) &&
        positional(call).some((one) => kindOf(one, infer) !== undefined),
    );
}

const cancellations = new Set(['asyncio.CancelledError', 'trio.Cancelled']);

function catches(clause: SyntaxNode, infer: Inference): Catches {
  const caught = caughtBy(clause);
  if (caught === undefined) {
    return /^except\s*:/.test(textOf(clause)) ? 'everything' : undefined;
  }
  const parts = caught.type === 'tuple' ? caught.children : [caught];
  const kinds = parts.map((part) => kindOf(part, infer));
  return kinds.find((kind) => kind === 'cancellation') ?? kinds.find((kind) => kind !== undefined);
}

/** What naming an exception catches. */
function kindOf(exception: SyntaxNode, infer: Inference): Catches {
  if (exception.type === 'call') {
    const callee = child(exception, 'function');
    return callee !== undefined && isPath(callee, infer, new Set(['anyio.get_cancelled_exc_class']))
      ? 'cancellation'
      : undefined;
  }
  if (isPath(exception, infer, cancellations)) {
    return 'cancellation';
  }
  return isPath(exception, infer, new Set(['builtins.BaseException'])) ? 'everything' : undefined;
}

/** The exception or exceptions an `except` clause names, without `as`. */
function caughtBy(clause: SyntaxNode): SyntaxNode | undefined {
  const value = child(clause, 'value');
  return value && unwrap(value.type === 'as_pattern' ? (value.children[0] ?? value) : value);
}

function isPath(node: SyntaxNode, infer: Inference, paths: ReadonlySet<string>): boolean {
  const values = infer.evaluate(node);
  return values?.length === 1 && values[0]?.kind === 'external' && paths.has(values[0].path);
}

/** A bare `await task` may hear of that task's own cancellation; a call is work of this task. */
function waitsForWork(statement: SyntaxNode, own: readonly SyntaxNode[]): boolean {
  const body = child(statement, 'body');
  const here = body === undefined ? [] : own.filter((node) => suspends(node) && contains(body, node));
  return here.some((node) => node.type !== 'await' || !isTask(node.children[0]));
}

/** A name, or a call that waits for named tasks and does no work of its own. */
function isTask(node: SyntaxNode | undefined): boolean {
  if (node?.type === 'call') {
    const waits = /(?:^|\.)(?:wait_for|shield|gather|wait|wrap_future)$/.test(calleeText(node));
    return waits && isTask(positional(node)[0] ?? argumentsOf(node)[0]);
  }
  return ['identifier', 'attribute', 'subscript', 'list_splat'].includes(node?.type ?? '');
}

/** True in a module whose own class or functions start this very function as a task, and cancel tasks. */
function isStoppedHere(info: FunctionInfo, { model }: RuleContext): boolean {
  const { text } = model.tree;
  const started = new RegExp(`(?:create_task|ensure_future|start_soon)\\(\\s*(?:self\\.)?${info.name}\\(`);
  return !model.isScript && text.includes('.cancel()') && started.test(text);
}

const exits = /^(?:sys\.exit|os\._exit|exit|quit|self\.fail|pytest\.fail)$/;
const aware = /\.(?:cancel|cancelled|cancelling|uncancel)\s*\(|\braise\s+(?:\w+\.)?CancelledError\b/;

/** True when the clause raises, hands the exception on, or the function cancels and so expects it. */
function knowsWhatItDoes(clause: SyntaxNode, own: readonly SyntaxNode[], infer: Inference): boolean {
  const inside = own.filter((node) => contains(clause, node));
  const raises = inside.some(
    (node) =>
      (node.type === 'raise_statement' && isReached(node) && !isExchange(node, clause, infer)) ||
      (node.type === 'call' && exits.test(textOf(node.children[0] ?? node))),
  );
  const [first] = own;
  const until = first === undefined ? '' : clause.tree.text.slice(first.start, clause.end);
  return raises || aware.test(until) || raisesLater(own, clause) || handsOn(clause, inside);
}

/** True where a clause ends by raising a new exception of another kind in the cancellation's place. */
function isExchange(statement: SyntaxNode, clause: SyntaxNode, infer: Inference): boolean {
  const [raised] = statement.children;
  return (
    statement.parent?.parent === clause &&
    catches(clause, infer) === 'cancellation' &&
    raised?.type === 'call' &&
    !/cancel/i.test(calleeText(raised))
  );
}

function raisesLater(own: readonly SyntaxNode[], clause: SyntaxNode): boolean {
  return own.some(
    (node) => node.type === 'raise_statement' && node.start > clause.end && aware.test(textOf(node)),
  );
}

const showers =
  /^(?:print|repr|str|type|isinstance|traceback\.\w+|(?:\w+\.)*(?:logger|log|logging|_logger|_LOGGER|LOGGER|LOG|_log)\.\w+)$/;

/** True when the caught exception goes anywhere but to the screen or a log. */
function handsOn(clause: SyntaxNode, inside: readonly SyntaxNode[]): boolean {
  const value = child(clause, 'value');
  const alias = value?.type === 'as_pattern' ? child(value, 'alias') : undefined;
  const name = alias === undefined ? undefined : textOf(alias);
  return inside.some((node) => {
    if (node.type !== 'identifier' || (value !== undefined && contains(value, node))) {
      return false;
    }
    return textOf(node) === 'exc_info' || (textOf(node) === name && !isShown(node));
  });
}

function isShown(name: SyntaxNode): boolean {
  let node: SyntaxNode | undefined = name;
  while (node !== undefined && !node.type.endsWith('_statement')) {
    const callee: SyntaxNode | undefined = node.type === 'call' ? node.children[0] : undefined;
    if (callee !== undefined && !contains(callee, name)) {
      return showers.test(textOf(callee));
    }
    node = node.parent;
  }
  return false;
}

function keeping(suppress: SyntaxNode): RuleFinding {
  return {
    start: suppress.start,
    end: suppress.end,
    message: l10n.t(
      '`{0}` takes the cancellation of this task: whoever cancels it, a timeout for instance, never learns that it was cancelled, and what comes next still runs.',
      textOf(suppress).replace(/\s+/g, ' '),
    ),
    fixes: [],
  };
}

function finding(clause: SyntaxNode, context: RuleContext): RuleFinding {
  const value = child(clause, 'value');
  const end = value?.end ?? clause.start + 'except'.length;
  const last = clause.children.find(({ type }) => type === 'block')?.children.at(-1);
  const raisesAnother = last?.type === 'raise_statement' && isReached(last);
  const shown = clause.tree.text.slice(clause.start, end).replace(/\s+/g, ' ');
  return {
    start: clause.start,
    end,
    message: raisesAnother
      ? l10n.t(
          '`{0}` takes the cancellation and raises something else: whoever cancels this task, a timeout for instance, never learns that it was cancelled.',
          shown,
        )
      : l10n.t(
          '`{0}` takes the cancellation and does not raise it again: whoever cancels this task, a timeout for instance, never learns that it was cancelled, and what comes next still runs.',
          shown,
        ),
    fixes:
      catches(clause, context.infer) === 'cancellation'
        ? raiseAgain(clause)
        : raiseBefore(clause, caughtBy(clause), context.infer),
  };
}
