import { ts } from '@ts-morph/common';
import { dressed } from '../semantics/scopes';

/** A call of an executor's `resolve`, which can become a `return`, or of its `reject`, which can become a `throw`. */
export interface Ending {
  readonly call: ts.CallExpression;
  readonly kind: 'return' | 'throw';
}

/** Whether nothing happens in the executor after such a call, and nothing around it would catch the `throw`. */
export function isFinal({ call, kind }: Ending, executor: ts.FunctionLikeDeclaration): boolean {
  const { parent } = dressed(call);
  if (parent === executor) {
    return kind === 'return';
  }
  if (kind === 'throw' && isCaught(parent, executor)) {
    return false;
  }
  return ts.isReturnStatement(parent) || (ts.isExpressionStatement(parent) && isLast(parent, executor));
}

function isCaught(node: ts.Node, executor: ts.Node): boolean {
  const tried = ts.findAncestor(node, (around) =>
    around === executor
      ? 'quit'
      : ts.isTryStatement(around.parent) &&
        around.parent.tryBlock === around &&
        around.parent.catchClause !== undefined,
  );
  return tried !== undefined;
}

/** Whether the function ends after a statement, or a bare `return` follows it. */
function isLast(statement: ts.Node, executor: ts.Node): boolean {
  const { parent } = statement;
  if (parent === executor) {
    return true;
  }
  if (ts.isBlock(parent)) {
    const next = parent.statements[parent.statements.indexOf(statement as ts.Statement) + 1];
    return next === undefined
      ? isLast(parent, executor)
      : ts.isReturnStatement(next) && next.expression === undefined;
  }
  const isTransparent =
    ts.isIfStatement(parent) ||
    ts.isCatchClause(parent) ||
    (ts.isTryStatement(parent) && parent.finallyBlock !== statement);
  return isTransparent && isLast(parent, executor);
}

/** Whether each way through a piece of code comes to one of the endings, or throws. */
export function endsSurely(node: ts.Node | undefined, endings: readonly Ending[]): boolean {
  if (node === undefined) {
    return false;
  }
  if (ts.isBlock(node)) {
    const last = node.statements.at(-1);
    const isBareReturn = last !== undefined && ts.isReturnStatement(last) && last.expression === undefined;
    return endsSurely(isBareReturn ? node.statements.at(-2) : last, endings);
  }
  if (ts.isIfStatement(node)) {
    return endsSurely(node.thenStatement, endings) && endsSurely(node.elseStatement, endings);
  }
  if (ts.isTryStatement(node)) {
    const { catchClause, tryBlock } = node;
    return (
      endsSurely(tryBlock, endings) && (catchClause === undefined || endsSurely(catchClause.block, endings))
    );
  }
  const expression = ts.isExpressionStatement(node) || ts.isReturnStatement(node) ? node.expression : node;
  return ts.isThrowStatement(node) || endings.some(({ call }) => call === expression);
}
