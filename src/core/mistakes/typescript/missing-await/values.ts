import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { awaitEdits } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { isPlainCall } from '../semantics/callee';
import { isSureCall, promiseKind } from '../semantics/promises';
import { dressed } from '../semantics/scopes';
import type { Misuse } from '../semantics/use';
import { isLookedInto, useOf } from '../semantics/uses';
import { isHandled } from './floating';
import { misuseMessage } from './messages';

/** Expressions that bring a promise right where only its value makes sense. */
export function valueFindings(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.flatMap((node) => {
    if (!ts.isExpression(node)) {
      return [];
    }
    if (makesPromise(node)) {
      if (isSeenTo(node) || (ts.isCallExpression(node) && isPlainCall(analysis, node, 'value'))) {
        return [];
      }
      const type = analysis.checker.getTypeAtLocation(node);
      return promiseKind(analysis, type) === undefined || !isSureCall(analysis, node)
        ? []
        : findingFor(analysis, node, () => true);
    }
    if (reachesPromise(node) && isLookedInto(node)) {
      const type = analysis.checker.getNonNullableType(analysis.checker.getTypeAtLocation(node));
      return promiseKind(analysis, type) === undefined
        ? []
        : findingFor(analysis, node, (misuse) => needsValue(analysis, misuse));
    }
    return [];
  });
}

function findingFor(
  analysis: Analysis,
  expression: ts.Expression,
  isMeant: (misuse: Misuse) => boolean,
): readonly RuleFinding[] {
  const use = useOf(analysis, expression);
  if (use.kind !== 'misuse' || !isMeant(use.misuse) || isHandledStatement(analysis, expression)) {
    return [];
  }
  return [
    {
      start: expression.getStart(),
      end: expression.end,
      message: misuseMessage(describe(expression), use.misuse),
      fixes: bringsNothing(analysis, expression, use.misuse)
        ? []
        : awaitingFix(analysis, expression, l10n.t('Add await'), awaitEdits(expression)),
    },
  ];
}

/** `save().catch(report) || other();` looks odd, but what the promise brings is of no interest and its error is seen to. */
function isHandledStatement(analysis: Analysis, expression: ts.Expression): boolean {
  const { parent } = dressed(expression);
  return (
    ts.isBinaryExpression(parent) &&
    ts.isExpressionStatement(parent.parent) &&
    ts.isCallExpression(expression) &&
    isHandled(analysis, expression)
  );
}

/** A condition on a promise that brings nothing needs another condition; TypeScript tests no `void`. */
function bringsNothing(analysis: Analysis, expression: ts.Expression, { kind }: Misuse): boolean {
  const { checker, javascript } = analysis;
  const awaited = checker.getAwaitedType(checker.getTypeAtLocation(expression));
  return (
    !javascript && kind === 'condition' && awaited !== undefined && (awaited.flags & ts.TypeFlags.Void) !== 0
  );
}

function makesPromise(
  node: ts.Node,
): node is ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
}

/** A member that may hold a promise and is looked into on the spot. */
function reachesPromise(node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** A member may be tested, compared and counted with while it is empty; and JavaScript hangs properties on anything. */
function needsValue(analysis: Analysis, { kind }: Misuse): boolean {
  return (kind === 'property' && !analysis.javascript) || kind === 'template';
}

/** Whether an expression's place alone says that another rule sees to it, or nobody: it is awaited, dropped or collected. */
function isSeenTo(expression: ts.Expression): boolean {
  const { parent } = dressed(expression);
  return (
    ts.isAwaitExpression(parent) ||
    ts.isExpressionStatement(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isJsxExpression(parent) ||
    (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && parent.type === undefined)
  );
}
