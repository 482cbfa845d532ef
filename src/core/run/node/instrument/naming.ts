import { ts } from '@ts-morph/common';

const LONGEST = 40;

/** What a function is called on the timeline; an anonymous one is named after the call it is handed to. */
export function functionName(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) {
    return shortened(node.name.getText());
  }
  const parent = outsideParentheses(node).parent;
  if (
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent)
  ) {
    return shortened(parent.name.getText());
  }
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return lastName(parent.left);
  }
  if (ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === node)) {
    return `${lastName(parent.expression)} callback`;
  }
  return hasDefaultModifier(node) ? 'default' : 'anonymous';
}

/** What an expression waits for or blocks on, as the learner wrote it: the callee of a call, a variable's name. */
export function describe(expression: ts.Expression): string {
  const inner = unwrapped(expression);
  if (ts.isNewExpression(inner)) {
    return inner.expression.getText() === 'Promise' ? describeExecutor(inner) : calleeName(inner.expression);
  }
  return ts.isCallExpression(inner) ? calleeName(inner.expression) : calleeName(inner);
}

function calleeName(callee: ts.Expression): string {
  const inner = unwrapped(callee);
  if (ts.isPropertyAccessExpression(inner)) {
    const object = unwrapped(inner.expression);
    const written = ts.isCallExpression(object) ? `${calleeName(object.expression)}(…)` : calleeName(object);
    return shortened(`${written}.${inner.name.text}`);
  }
  if (ts.isFunctionExpression(inner) || ts.isArrowFunction(inner)) {
    return inner.name?.text ?? 'anonymous';
  }
  return shortened(inner.getText());
}

function describeExecutor(promise: ts.NewExpression): string {
  const executor = promise.arguments?.[0];
  return executor !== undefined && mentionsTimer(executor) ? 'setTimeout' : 'promise';
}

function mentionsTimer(node: ts.Node): boolean {
  const isTimer = ts.isCallExpression(node) && lastName(node.expression) === 'setTimeout';
  return isTimer || (ts.forEachChild(node, mentionsTimer) ?? false);
}

/** The expression without parentheses and type syntax around it. */
function unwrapped(expression: ts.Expression): ts.Expression {
  const isWrapper =
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isTypeAssertionExpression(expression) ||
    ts.isNonNullExpression(expression);
  return isWrapper ? unwrapped(expression.expression) : expression;
}

function lastName(expression: ts.Expression): string {
  const inner = unwrapped(expression);
  return ts.isPropertyAccessExpression(inner) ? inner.name.text : shortened(inner.getText());
}

function outsideParentheses(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node.parent) ? outsideParentheses(node.parent) : node;
}

function hasDefaultModifier(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
