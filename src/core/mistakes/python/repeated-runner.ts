import * as l10n from '@vscode/l10n';
import type { RuleFinding } from '../finding';
import { libraryCallees } from './analysis';
import { relatedPlace } from './blocking-call';
import { isTestCode, isUncertain, runsInLoop } from './flow/context';
import { statementIn } from './flow/blocks';
import { oneMain } from './fixes/one-main';
import type { Rule, RuleContext } from './rule';
import type { Inference } from './semantics/infer';
import type { ScopeKind } from './semantics/scope';
import { every } from './semantics/values';
import {
  calleeText,
  child,
  closest,
  contains,
  descendants,
  lineOf,
  textOf,
  type SyntaxNode,
} from './syntax/node';

const runners = new Set(['asyncio.run', 'anyio.run', 'trio.run', 'uvloop.run']);

/** Runners that one flow of the program starts again, in a row or in a loop over items. */
export const repeatedRunner: Rule = (context) => {
  const { model, infer } = context;
  if (model.isNotebook) {
    return [];
  }
  const runs = model.calls.filter((call) => {
    return (
      (isRun(call, infer) || isHelper(call, context)) &&
      !runsInLoop(model, call) &&
      !isTestCode(model, call) &&
      !isUncertain(call)
    );
  });
  return runs.flatMap((run) => {
    const first = runs.find((other) => other.start < run.start && follows(run, other, context));
    if (first !== undefined) {
      return [again(run, first, runs, context)];
    }
    const loop = isRun(run, infer) ? loopAround(run, context) : undefined;
    return loop === undefined ? [] : [inLoop(run, loop)];
  });
};

function isRun(call: SyntaxNode, infer: Inference): boolean {
  const paths = libraryCallees(call, infer);
  return paths.length > 0 && paths.every((path) => runners.has(path));
}

/** True for a call of the program's own function that is sure to start a runner: one of its first statements does. */
function isHelper(call: SyntaxNode, { infer, model }: RuleContext): boolean {
  if (child(call, 'function')?.type !== 'identifier') {
    return false;
  }
  return every(
    infer.evaluate(call.children[0] ?? call),
    (value) =>
      value.kind === 'function' &&
      !value.info.isAsync &&
      !value.info.isGenerator &&
      model.nodes
        .of(value.info.node)
        .some((node) => node.type === 'call' && isRun(node, infer) && isAlways(node)),
  );
}

/** True for a call in a plain statement or a `return` of the function's own body. */
function isAlways(call: SyntaxNode): boolean {
  const statement = call.parent?.type === 'return_statement' ? call.parent : plainStatement(call);
  return (
    statement?.parent?.parent?.type === 'function_definition' &&
    statement.parent.children.every(
      ({ type, start }) => start >= statement.start || type === 'expression_statement',
    )
  );
}

/** True when whoever comes to the second call has surely passed the first: a statement of the same block. */
function follows(run: SyntaxNode, first: SyntaxNode, { model }: RuleContext): boolean {
  if (model.functionAround(run) !== model.functionAround(first)) {
    return false;
  }
  let own = plainStatement(first);
  while (own?.parent !== undefined && !contains(own.parent, run)) {
    own = passedWith(own.parent, run);
  }
  const later = own?.parent && statementIn(own.parent, run);
  return later !== undefined && later !== own && kindAround(run, model) === kindAround(first, model);
}

/** The statement that is surely over when the block is: of `with`, or of `try` for its own `else` and `finally`. */
function passedWith(block: SyntaxNode, run: SyntaxNode): SyntaxNode | undefined {
  const { parent } = block;
  if (parent?.type === 'with_statement') {
    return parent;
  }
  const isTried = parent?.type === 'try_statement' && block.field === 'body';
  const closing = isTried ? parent.children.find((part) => contains(part, run)) : undefined;
  return closing !== undefined && /^(?:finally|else)_clause$/.test(closing.type) ? block : undefined;
}

/** A comprehension belongs to the code around it. */
function kindAround(node: SyntaxNode, model: RuleContext['model']): ScopeKind {
  let scope = model.scopeOf(node);
  while (scope.kind === 'comprehension' && scope.parent !== undefined) {
    scope = scope.parent;
  }
  return scope.kind;
}

/** The statement of a block that always evaluates the call; undefined for a part of a condition or a loop. */
function plainStatement(call: SyntaxNode): SyntaxNode | undefined {
  let node: SyntaxNode = call;
  while (node.parent !== undefined && node.parent.type !== 'block' && node.parent.type !== 'module') {
    node = node.parent;
    if (/^(?:lambda|conditional_expression|boolean_operator|generator_expression)$/.test(node.type)) {
      return undefined;
    }
  }
  return node.type === 'expression_statement' ? node : undefined;
}

const comprehensions = new Set(['list_comprehension', 'set_comprehension', 'dictionary_comprehension']);

/** The `for` loop that starts a runner for each of its items. */
function loopAround(run: SyntaxNode, { model }: RuleContext): SyntaxNode | undefined {
  const code = model.functionAround(run)?.node ?? model.tree.root;
  const statement = plainStatement(run);
  const comprehension = closest(run, comprehensions);
  const loop =
    comprehension?.children.find(({ type }) => type === 'for_in_clause') ?? statement?.parent?.parent;
  const repeats = loop?.type === 'for_statement' || loop?.type === 'for_in_clause';
  const target = repeats && contains(code, loop) ? child(loop, 'left') : undefined;
  if (
    loop === undefined ||
    target === undefined ||
    model.functionAround(loop) !== model.functionAround(run)
  ) {
    return undefined;
  }
  const names = new Set(descendants(target).map(textOf));
  const uses = descendants(child(run, 'arguments') ?? run).some(
    (node) => node.type === 'identifier' && names.has(textOf(node)),
  );
  return uses && !/\binput\(/.test(textOf(loop)) ? loop : undefined;
}

function again(
  run: SyntaxNode,
  first: SyntaxNode,
  runs: readonly SyntaxNode[],
  context: RuleContext,
): RuleFinding {
  const { path } = context.model;
  const name = calleeText(run);
  const fix = [run, first].every((one) => isRun(one, context.infer))
    ? oneMain(
        run,
        runs.filter((one) => isRun(one, context.infer)),
        context,
      )
    : undefined;
  return {
    start: run.start,
    end: run.end,
    message: l10n.t(
      '`{0}(...)` starts another event loop after the one on line {1} has ended: nothing of the two can run side by side, and nothing of the first can be used here.',
      name,
      lineOf(first),
    ),
    fixes: fix === undefined ? [] : [fix],
    related: [relatedPlace(first, l10n.t('The first event loop starts and ends here.'), path, path)],
  };
}

function inLoop(run: SyntaxNode, loop: SyntaxNode): RuleFinding {
  return {
    start: run.start,
    end: run.end,
    message: l10n.t(
      '`{0}(...)` starts a new event loop in each round of the loop on line {1}: the rounds cannot run side by side.',
      calleeText(run),
      lineOf(loop),
    ),
    fixes: [],
  };
}
