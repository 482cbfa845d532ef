import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { replace } from '../edits/text';
import { importOf } from '../semantics/imports';
import { bare, isFunctionLiteral, scopeOf } from '../semantics/scopes';

const runners = /^run(?:Sync|Promise|Fork|Callback|SyncExit|PromiseExit)$/;

/** `Effect.run…` inside an effect: a second runtime is started where `yield*` would do. */
export function effectFindings(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.filter(ts.isCallExpression).flatMap((call) => {
    const method = effectMethod(analysis, call);
    const generator =
      method !== undefined && runners.test(method) ? generatorAround(analysis, call) : undefined;
    if (generator === undefined) {
      return [];
    }
    const message = l10n.t(
      "{0} starts a second runtime inside an effect: it runs without this one's context, and stopping this effect does not stop it.",
      describe(call),
    );
    return [{ start: call.getStart(), end: call.end, message, fixes: yieldFix(call, method === 'runSync') }];
  });
}

/** The name of the Effect function that a call goes to, when `Effect` is imported from Effect. */
function effectMethod(analysis: Analysis, call: ts.CallExpression): string | undefined {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) {
    return undefined;
  }
  const from = importOf(analysis, callee.expression);
  const isEffect =
    (from?.module === 'effect' && from.name === 'Effect') ||
    (from?.module === 'effect/Effect' && from.name === '*');
  return isEffect ? callee.name.text : undefined;
}

/** The generator of `Effect.gen` or `Effect.fn` in whose body a node stands. */
function generatorAround(analysis: Analysis, node: ts.Node): ts.FunctionLikeDeclaration | undefined {
  const scope = scopeOf(node);
  if (scope.kind !== 'function' || !isFunctionLiteral(scope.node) || scope.node.asteriskToken === undefined) {
    return undefined;
  }
  const { parent } = scope.node;
  const maker = ts.isCallExpression(parent)
    ? (effectMethod(analysis, parent) ?? curried(analysis, parent))
    : undefined;
  return maker === 'gen' || maker === 'fn' ? scope.node : undefined;
}

function curried(analysis: Analysis, call: ts.CallExpression): string | undefined {
  const callee = bare(call.expression);
  return ts.isCallExpression(callee) ? effectMethod(analysis, callee) : undefined;
}

function yieldFix(call: ts.CallExpression, preferred: boolean): readonly Fix[] {
  const [effect, ...options] = call.arguments;
  if (effect === undefined || options.length > 0) {
    return [];
  }
  const { parent } = call;
  const isPlain =
    ts.isExpressionStatement(parent) || ts.isVariableDeclaration(parent) || ts.isReturnStatement(parent);
  const edits = [
    replace(call.getStart(), effect.getStart(), isPlain ? 'yield* ' : '(yield* '),
    isPlain ? replace(effect.end, call.end, '') : replace(effect.end, call.end, ')'),
  ];
  return ts.isAwaitExpression(parent)
    ? []
    : [{ title: l10n.t('Yield the effect to this one'), preferred, edits }];
}
