import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { importOf } from '../semantics/imports';
import { isInAsyncCode } from '../semantics/async-code';
import { helperSearch, placesOn, type Path } from '../semantics/calls';
import { bare } from '../semantics/scopes';

const bridges: ReadonlySet<string> = new Set([
  'deasync',
  'synckit',
  'make-synchronous',
  'sync-rpc',
  'sync-threads',
]);

const hint = new RegExp([...bridges].join('|'));

/**
 * Calls from async code into a package that runs async work to its end while everything else stands still, straight or
 * through plain functions of the project.
 */
export function bridgeFindings(analysis: Analysis): readonly RuleFinding[] {
  const search = helperSearch(analysis, (node) => bridgeOf(analysis, node) !== undefined, hint);
  return analysis.nodes.filter(ts.isCallExpression).flatMap((call) => {
    if (!isInAsyncCode(analysis, call)) {
      return [];
    }
    const bridge = bridgeOf(analysis, call);
    const path = bridge === undefined ? search(call) : undefined;
    const through = bridge ?? (path === undefined ? undefined : bridgeOf(analysis, path.place));
    return through === undefined ? [] : [findingFor(analysis, call, through, path)];
  });
}

function findingFor(
  analysis: Analysis,
  call: ts.CallExpression,
  bridge: string,
  path: Path | undefined,
): RuleFinding {
  const message = l10n.t(
    '{0} runs async work to its end through `{1}` while the event loop stands still: in async code, await the promise itself.',
    describe(call),
    bridge,
  );
  const place = { start: call.getStart(), end: call.end };
  if (path === undefined) {
    return { ...place, message, fixes: [] };
  }
  const end = { start: path.place.getStart(), end: path.place.end, message: l10n.t('It is run here') };
  return { ...place, message, fixes: [], related: placesOn(analysis, path, end) };
}

/** The package through which a call bridges: called itself, or called as the function it once returned. */
function bridgeOf(analysis: Analysis, call: ts.Node): string | undefined {
  if (!ts.isCallExpression(call)) {
    return undefined;
  }
  const callee = bare(call.expression);
  const root = rootOf(callee);
  if (root === undefined) {
    return undefined;
  }
  const module = importOf(analysis, root)?.module;
  if (module !== undefined && bridges.has(module)) {
    return makesFunction(call, callee) ? undefined : module;
  }
  const made = initializerOf(analysis, root);
  const maker = made !== undefined && ts.isCallExpression(made) ? rootOf(bare(made.expression)) : undefined;
  const from = maker === undefined ? undefined : importOf(analysis, maker)?.module;
  return from !== undefined && bridges.has(from) ? from : undefined;
}

/** Whether a call only prepares a synchronous function, which blocks nobody yet. */
function makesFunction(call: ts.CallExpression, callee: ts.Expression): boolean {
  return ts.isIdentifier(callee) && !(ts.isCallExpression(call.parent) && call.parent.expression === call);
}

function rootOf(expression: ts.Expression): ts.Identifier | undefined {
  let at = bare(expression);
  while (ts.isPropertyAccessExpression(at)) {
    at = bare(at.expression);
  }
  return ts.isIdentifier(at) ? at : undefined;
}

function initializerOf(analysis: Analysis, name: ts.Identifier): ts.Expression | undefined {
  const declaration = analysis.checker.getSymbolAtLocation(name)?.valueDeclaration;
  return declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined
    ? bare(declaration.initializer)
    : undefined;
}
