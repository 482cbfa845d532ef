import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix } from '../../finding';
import { isLeftHandSide } from '../edits/await';
import { replace } from '../edits/text';
import { calledName } from '../semantics/names';
import { bare, dressed } from '../semantics/scopes';

/** One `Promise.all` for all rounds of a `for…of`: results that are pushed keep their order. */
export function loopFixes(
  loop: ts.IterationStatement,
  variable: ts.VariableDeclaration,
  awaited: ts.AwaitExpression,
): readonly Fix[] {
  if (!ts.isForOfStatement(loop)) {
    return [];
  }
  const name = variable.name.getText();
  const items =
    isLeftHandSide(loop.expression) || ts.isArrayLiteralExpression(loop.expression)
      ? loop.expression.getText()
      : `(${loop.expression.getText()})`;
  const list = collected(loop, awaited);
  const code =
    list === undefined
      ? `await Promise.all(${items}.map(async (${name}) => ${body(loop)}));`
      : `${list}.push(...(await Promise.all(${items}.map((${name}) => ${awaited.expression.getText()}))));`;
  return [
    {
      title: l10n.t('Await them together with Promise.all'),
      preferred: false,
      edits: [replace(loop.getStart(), loop.end, code)],
    },
  ];
}

function body({ statement }: ts.ForOfStatement): string {
  return ts.isBlock(statement) ? statement.getText() : `{ ${statement.getText()} }`;
}

/** The list that a round does nothing but push its result to. */
function collected({ statement }: ts.ForOfStatement, awaited: ts.AwaitExpression): string | undefined {
  const call = awaited.parent;
  if (!ts.isCallExpression(call) || calledName(call) !== 'push') {
    return undefined;
  }
  const { parent } = dressed(call);
  const isWhole = ts.isBlock(statement)
    ? statement.statements.length === 1 && parent.parent === statement
    : parent === statement;
  if (!isWhole || !ts.isExpressionStatement(parent)) {
    return undefined;
  }
  const callee = bare(call.expression);
  return call.arguments.length === 1 && ts.isPropertyAccessExpression(callee)
    ? callee.expression.getText()
    : undefined;
}
