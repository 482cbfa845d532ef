import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import { bare, dressed, isFunctionLiteral } from './semantics/scopes';

const longest = 40;

/** A short name for an expression in a message, between backticks: `load()`, `new Promise`, `user`. */
export function describe(expression: ts.Expression): string {
  return quoted(nameOf(bare(expression)));
}

/** Code in a message, between backticks of its own. */
export function quoted(code: string): string {
  return `\`${code.replaceAll('`', '')}\``;
}

/** A function's name for a message: its own, its variable's or property's, or what it is. */
export function functionName(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) {
    return quoted(node.name.getText());
  }
  if (ts.isConstructorDeclaration(node)) {
    return l10n.t('a constructor');
  }
  const { parent } = dressed(node);
  const isNamed =
    ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isNamed && (ts.isIdentifier(parent.name) || ts.isPrivateIdentifier(parent.name))
    ? quoted(parent.name.text)
    : l10n.t('the function around it');
}

function nameOf(expression: ts.Expression): string {
  if (ts.isCallExpression(expression)) {
    return isFunctionLiteral(bare(expression.expression))
      ? l10n.t('the async function')
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
