import { ts } from 'ts-morph';
import type { RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { awaitEdits } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { promiseKind } from '../semantics/promises';
import { useOf } from '../semantics/uses';
import { misuseMessage } from './messages';

/** Calls that make a promise right where only its value makes sense. */
export function valueFindings(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.filter(makesValue).flatMap((expression) => {
    const type = analysis.checker.getTypeAtLocation(expression);
    if (promiseKind(analysis, type) === undefined) {
      return [];
    }
    const use = useOf(analysis, expression);
    return use.kind === 'misuse'
      ? [
          {
            start: expression.getStart(),
            end: expression.end,
            message: misuseMessage(describe(expression), use.misuse),
            fixes: awaitingFix(analysis, expression, 'Add await', awaitEdits(expression)),
          },
        ]
      : [];
  });
}

function makesValue(
  node: ts.Node,
): node is ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression {
  const isMaker =
    ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
  return isMaker && !ts.isExpressionStatement(node.parent) && !ts.isAwaitExpression(node.parent);
}
