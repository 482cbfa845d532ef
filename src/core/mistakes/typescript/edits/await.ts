import { ts } from '@ts-morph/common';
import type { TextEdit } from '../../finding';
import { insert } from './text';

/** The edits that put `await` in front of an expression, with the parentheses its place asks for. */
export function awaitEdits(made: ts.Expression): readonly TextEdit[] {
  const expression = asserted(made);
  const start = expression.getStart();
  if (!bindsTighter(expression)) {
    return [insert(start, isLeftHandSide(expression) ? 'await ' : 'await ('), ...closing(expression)];
  }
  return [insert(start, `${semicolonBefore(expression)}(await `), insert(expression.end, ')')];
}

/** An expression with the type assertions that speak of its promise. */
function asserted(expression: ts.Expression): ts.Expression {
  const { parent } = expression;
  return ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) || ts.isTypeAssertionExpression(parent)
    ? asserted(parent)
    : expression;
}

function closing(expression: ts.Expression): readonly TextEdit[] {
  return isLeftHandSide(expression) ? [] : [insert(expression.end, ')')];
}

/** Whether what follows an expression would be taken before the `await`. */
function bindsTighter(expression: ts.Expression): boolean {
  const { parent } = expression;
  return (
    ((ts.isPropertyAccessExpression(parent) ||
      ts.isElementAccessExpression(parent) ||
      ts.isCallExpression(parent) ||
      ts.isNewExpression(parent) ||
      ts.isNonNullExpression(parent)) &&
      parent.expression === expression) ||
    (ts.isTaggedTemplateExpression(parent) && parent.tag === expression) ||
    (ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken &&
      parent.left === expression)
  );
}

/** Whether an expression binds at least as tight as `await` does. */
export function isLeftHandSide(expression: ts.Expression): boolean {
  return (
    ts.isCallExpression(expression) ||
    ts.isNewExpression(expression) ||
    ts.isIdentifier(expression) ||
    ts.isPropertyAccessExpression(expression) ||
    ts.isElementAccessExpression(expression) ||
    ts.isTaggedTemplateExpression(expression) ||
    ts.isParenthesizedExpression(expression) ||
    ts.isNonNullExpression(expression)
  );
}

/** A `;` where a statement that begins with a parenthesis would be read as a call of the line before. */
function semicolonBefore(expression: ts.Expression): string {
  const statement = ts.findAncestor(expression, ts.isExpressionStatement);
  const sourceFile = expression.getSourceFile();
  const start = expression.getStart();
  if (statement?.getStart() !== start) {
    return '';
  }
  const before = sourceFile.text.slice(0, statement.pos).trimEnd().at(-1);
  const first = before === undefined || before === ';' || before === '{';
  return first || !isListed(statement) ? '' : ';';
}

function isListed(statement: ts.Statement): boolean {
  const { parent } = statement;
  return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent);
}
