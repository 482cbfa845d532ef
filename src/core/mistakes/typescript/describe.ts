import { ts } from 'ts-morph';
import { bare, isFunctionLiteral } from './semantics/scopes';

const longest = 40;

/** A short name for an expression in a message, in quotes: `'load()'`, `'new Promise'`, `'user'`. */
export function describe(expression: ts.Expression): string {
  return `'${nameOf(bare(expression))}'`;
}

function nameOf(expression: ts.Expression): string {
  if (ts.isCallExpression(expression)) {
    return isFunctionLiteral(bare(expression.expression))
      ? 'the async function'
      : `${shortened(expression.expression)}()`;
  }
  return ts.isNewExpression(expression) ? `new ${shortened(expression.expression)}` : shortened(expression);
}

function shortened(expression: ts.Expression): string {
  const text = expression.getText();
  if (text.length <= longest && !text.includes('\n')) {
    return text;
  }
  return ts.isPropertyAccessExpression(expression)
    ? `….${expression.name.text}`
    : `${text.slice(0, longest).split(/\r?\n/)[0] ?? ''}…`;
}
