import * as l10n from '@vscode/l10n';
import type { Fix, RuleFinding } from '../finding';
import { usesOf, type FunctionUses } from './flow/callers';
import { isTestCode, isUncertain } from './flow/context';
import { suspends } from './flow/suspension';
import { plainAgain } from './fixes/plain';
import { mayBeAwaitable } from './flow/awaitable';
import type { Rule, RuleContext } from './rule';
import { superclassesOf } from './semantics/attributes';
import { decoratorsOf } from './semantics/decorators';
import { every, type FunctionInfo } from './semantics/values';
import { child, textOf, type SyntaxNode } from './syntax/node';

/** Async functions that never wait for anything, and need not be async for another reason either. */
export const needlessAsync: Rule = (context) =>
  [...context.model.functions.values()].flatMap((info) => {
    const own = context.model.nodes.of(info.node);
    return info.isAsync &&
      !own.some(suspends) &&
      isNeedless(info, context) &&
      !hasOtherMistakes(info, context)
      ? [finding(info, context)]
      : [];
  });

/** True when nothing but its own awaits could be a reason for the function to be async. */
export function isNeedless(info: FunctionInfo, context: RuleContext): boolean {
  const { infer, model } = context;
  if (
    !info.isAsync ||
    info.isGenerator ||
    decoratorsOf(info.node).length > 0 ||
    isStub(info) ||
    isTestCode(model, info.node) ||
    isUncertain(info.node) ||
    info.node.broken
  ) {
    return false;
  }
  const own = model.nodes.of(info.node);
  return (
    !own.some((node) => needsLoop(node, context) || makesCoroutine(node, context)) &&
    !givesAwaitable(info, context) &&
    isOurs(info, usesOf(info, infer), context)
  );
}

/** A body with nothing in it stands for one that somebody else writes. */
function isStub({ node }: FunctionInfo): boolean {
  const body = child(node, 'body')?.children ?? [];
  return body.every(
    (statement, place) =>
      statement.type === 'pass_statement' ||
      statement.type === 'raise_statement' ||
      (statement.type === 'expression_statement' &&
        /^(?:ellipsis|concatenated_string|string)$/.test(statement.children[0]?.type ?? '')) ||
      (statement.type === 'return_statement' && place === 0 && isConstant(statement.children[0])),
  );
}

function isConstant(value: SyntaxNode | undefined): boolean {
  return value === undefined || /^(?:none|true|false|ellipsis)$/.test(value.type);
}

const loopNames =
  /^(?:asyncio|anyio|trio|curio|loop|_loop|create_task|ensure_future|call_soon|call_later|call_at|start_soon|create_future|add_done_callback|run_in_executor)$/;

/** Code that names the loop or its library may need to run inside it. */
function needsLoop(node: SyntaxNode, { infer }: RuleContext): boolean {
  if (node.type !== 'identifier') {
    return false;
  }
  if (loopNames.test(textOf(node))) {
    return true;
  }
  return (
    node.field === 'function' &&
    (infer.evaluate(node) ?? []).some(
      (value) => value.kind === 'external' && /^(?:asyncio|anyio|trio)\./.test(value.path),
    )
  );
}

/** Who makes a coroutine, and keeps it, has more in mind than plain code. */
function makesCoroutine(node: SyntaxNode, { infer }: RuleContext): boolean {
  return (
    node.type === 'call' &&
    node.parent?.type !== 'await' &&
    every(infer.evaluate(node), ({ kind }) => kind === 'coroutine')
  );
}

function givesAwaitable(info: FunctionInfo, { infer, model }: RuleContext): boolean {
  const written = child(info.node, 'return_type');
  if (
    written !== undefined &&
    every(infer.annotation(written), ({ kind }) => kind === 'plain' || kind === 'none')
  ) {
    return false;
  }
  const exits = model.returns.get(info.node) ?? [];
  return exits.some(({ children: [value] }) => value !== undefined && mayBeAwaitable(value, infer));
}

const frameworkParameters =
  /^(?:request|req|ctx|context|update|event|message|msg|scope|interaction|websocket|ws|callback|query|call|app|bot|client|conn|connection|signal|exc|sender)$/;

/** True when the file shows that nobody else asks for this function to be async. */
function isOurs(info: FunctionInfo, uses: FunctionUses | undefined, { infer, model }: RuleContext): boolean {
  if (uses === undefined || uses.handed.length + uses.called.length > 0 || info.name.startsWith('__')) {
    return false;
  }
  const used = uses.awaited.length > 0;
  if (info.owner !== undefined) {
    const heirs = infer.subclasses(info.owner).length + superclassesOf(info.owner, infer).length;
    return used && heirs === 0 && (model.isScript || info.name.startsWith('_'));
  }
  if (used || model.isNotebook) {
    return used;
  }
  const [first] = child(info.node, 'parameters')?.children ?? [];
  const handler = first !== undefined && frameworkParameters.test(/^\w*/.exec(textOf(first))?.[0] ?? '');
  const { kind } = model.scopeOf(info.node);
  const elsewhere = handler || isForOthers(model) || info.name.startsWith('_');
  return kind === 'function' || (kind === 'module' && !elsewhere);
}

/** True for a module that says what others take from it, or is part of a package. */
function isForOthers({ moduleScope }: RuleContext['model']): boolean {
  const imports = [...moduleScope.bindings.values()].flat();
  return (
    moduleScope.bindings.has('__all__') ||
    imports.some((binding) => binding.kind === 'import' && binding.module.startsWith('.'))
  );
}

/** What should wait there and does not is the mistake to mend first. */
function hasOtherMistakes(info: FunctionInfo, { found }: RuleContext): boolean {
  return (['missing-await', 'blocking-call', 'nested-runner', 'cpu-bound'] as const).some((id) =>
    found(id).some(({ start, end }) => start >= info.node.start && end <= info.node.end),
  );
}

function finding(info: FunctionInfo, context: RuleContext): RuleFinding {
  const name = child(info.node, 'name');
  const fix: Fix | undefined = plainAgain(info, context);
  return {
    start: info.node.start,
    end: name?.end ?? info.node.end,
    message: l10n.t(
      '`{0}` is async but never awaits anything: each call makes a coroutine that has to be awaited, and nothing is gained.',
      info.name,
    ),
    fixes: fix === undefined ? [] : [fix],
  };
}
