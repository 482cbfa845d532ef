import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { replace } from '../edits/text';
import { importOf } from '../semantics/imports';
import { helperSearch, placesOn } from '../semantics/calls';
import { bare, isFunctionLiteral, isGenerator, scopeOf } from '../semantics/scopes';

const runners = /^run(?:Sync|Promise|Fork|Callback|SyncExit|PromiseExit)$/;

/** `Effect.run…` inside an effect, straight or through plain functions: a second runtime is started where `yield*` would do. */
export function effectFindings(analysis: Analysis): readonly RuleFinding[] {
  const search = helperSearch(analysis, (node) => runnerOf(analysis, node) !== undefined, /\bEffect\b/);
  return analysis.nodes.filter(ts.isCallExpression).flatMap((call) => {
    if (!isInsideEffect(analysis, call)) {
      return [];
    }
    const runner = runnerOf(analysis, call);
    const path = runner === undefined ? search(call) : undefined;
    if (runner === undefined && path === undefined) {
      return [];
    }
    const message = l10n.t(
      "{0} starts a second runtime inside an effect: it runs without this one's context, and stopping this effect does not stop it.",
      describe(call),
    );
    const place = { start: call.getStart(), end: call.end };
    if (path === undefined) {
      return [{ ...place, message, fixes: yieldFix(call, runner === 'runSync') }];
    }
    const end = { start: path.place.getStart(), end: path.place.end, message: l10n.t('It is run here') };
    return [{ ...place, message, fixes: [], related: placesOn(analysis, path, end) }];
  });
}

/** The name of the Effect function that a node runs an effect by, or undefined. */
function runnerOf(analysis: Analysis, node: ts.Node): string | undefined {
  const method = ts.isCallExpression(node) ? effectMethod(analysis, node) : undefined;
  return method !== undefined && runners.test(method) ? method : undefined;
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

/** Whether a node runs as part of an effect: in the body of a function given to `Effect.gen`, `Effect.map` and the like. */
function isInsideEffect(analysis: Analysis, node: ts.Node): boolean {
  const scope = scopeOf(node);
  if (scope.kind !== 'function' || !isFunctionLiteral(scope.node)) {
    return false;
  }
  const { parent } = scope.node;
  const maker = ts.isCallExpression(parent)
    ? (effectMethod(analysis, parent) ?? curried(analysis, parent))
    : undefined;
  return maker !== undefined && !runners.test(maker) && !/^(?:async|callback)/.test(maker);
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
  const scope = scopeOf(call);
  if (scope.kind !== 'function' || !isGenerator(scope.node)) {
    return [];
  }
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
