import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { functionName } from './describe';
import { asyncFix } from './edits/await-fix';
import { awaitingCallbackFixes } from './edits/for-each';
import { isAsync, isGenerator, scopeOf } from './semantics/scopes';

/** `await` in a plain function, where the language does not know it. */
export function awaitOutsideAsync(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.flatMap((node) => {
    const place = awaitAt(node);
    const scope = place === undefined ? undefined : scopeOf(node);
    if (place === undefined || scope?.kind !== 'function' || isAsync(scope.node)) {
      return [];
    }
    const message = l10n.t(
      '`await` stands in {0}, which is not async: the program does not start, it is a SyntaxError.',
      functionName(scope.node),
    );
    return [{ ...place, message, fixes: fixesFor(analysis, scope.node) }];
  });
}

function awaitAt(node: ts.Node): { start: number; end: number } | undefined {
  if (ts.isAwaitExpression(node)) {
    return { start: node.getStart(), end: node.end };
  }
  return ts.isForOfStatement(node) && node.awaitModifier !== undefined
    ? { start: node.awaitModifier.getStart(), end: node.awaitModifier.end }
    : undefined;
}

function fixesFor(analysis: Analysis, around: ts.FunctionLikeDeclaration): readonly Fix[] {
  const inCallback = awaitingCallbackFixes(analysis, around);
  return isGenerator(around) ? [] : inCallback.length > 0 ? inCallback : asyncFix(analysis, around);
}
