import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix } from '../../finding';
import type { Analysis } from '../analysis';
import { isPromise } from '../semantics/promises';
import { isAwait, runNodes, runs } from '../semantics/inside';
import { independentCall } from '../sequential-awaits/independent';
import {
  bare,
  canAwait,
  isArray,
  isAsync,
  isFunction,
  isFunctionLiteral,
  runsAtOnce,
} from '../semantics/scopes';
import { isLeftHandSide } from './await';
import { insert, replace } from './text';

/** The ways out for a plain callback of an array's method that awaits: the method's own callback must be async, and awaited. */
export function awaitingCallbackFixes(
  analysis: Analysis,
  callback: ts.FunctionLikeDeclaration,
): readonly Fix[] {
  const call = callback.parent;
  const callee = ts.isCallExpression(call) ? bare(call.expression) : undefined;
  if (!ts.isCallExpression(call) || callee === undefined || !isFunctionLiteral(callback)) {
    return [];
  }
  if (
    !ts.isPropertyAccessExpression(callee) ||
    !runsAtOnce(analysis, callback) ||
    !canAwait(analysis, call)
  ) {
    return [];
  }
  switch (callee.name.text) {
    case 'forEach':
      return forEachFixes(analysis, call, callee, callback);
    case 'map':
      return isLeftHandSide(call) && ts.isVariableDeclaration(call.parent)
        ? [togetherFix(call, callee, callback)]
        : [];
    default:
      return [];
  }
}

/** The two ways out of `items.forEach(async …)`: one after the other, or together. Which one is right only the author knows. */
export function forEachFixes(
  analysis: Analysis,
  call: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  callback: ts.Expression,
): readonly Fix[] {
  const isStatement = ts.isExpressionStatement(call.parent);
  const isPlain = call.questionDotToken === undefined && callee.questionDotToken === undefined;
  if (!isStatement || !isPlain || !canAwait(analysis, call) || !isArray(analysis, callee.expression)) {
    return [];
  }
  return [...loopFix(analysis, call, callee, callback), togetherFix(call, callee, callback)];
}

function togetherFix(
  call: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  callback: ts.Expression,
): Fix {
  const node = bare(callback);
  const isPlain = isFunctionLiteral(node) && !isAsync(node);
  return {
    title: l10n.t('Await them together with Promise.all'),
    preferred: false,
    edits: [
      insert(call.getStart(), 'await Promise.all('),
      replace(callee.name.getStart(), callee.name.end, 'map'),
      ...(isPlain && runs(node.body, isAwait) ? [insert(node.getStart(), 'async ')] : []),
      insert(call.end, ')'),
    ],
  };
}

function loopFix(
  analysis: Analysis,
  call: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  callback: ts.Expression,
): readonly Fix[] {
  const node = bare(callback);
  const isAwaiting = isFunctionLiteral(node) && (isAsync(node) || runs(node.body, isAwait));
  if (!isFunctionLiteral(node) || !isAwaiting || node !== callback || call.arguments.length !== 1) {
    return [];
  }
  const isIndependent = runNodes(node.body).some(
    (inner) => ts.isAwaitExpression(inner) && independentCall(analysis, inner.expression) !== undefined,
  );
  if (isIndependent) {
    return [];
  }
  const [item, ...others] = node.parameters;
  const isSimple = item?.initializer === undefined && item?.dotDotDotToken === undefined;
  if (item === undefined || !isSimple || others.length > 0 || !canMove(node)) {
    return [];
  }
  const head = `for (const ${item.name.getText()} of ${callee.expression.getText()}) `;
  const start = call.getStart();
  const end = call.parent.end;
  const edits = ts.isBlock(node.body)
    ? [replace(start, node.body.getStart(), head), replace(node.body.end, end, '')]
    : [
        replace(
          start,
          node.body.getStart(),
          `${head}{ ${isPromise(analysis, analysis.checker.getTypeAtLocation(node.body)) ? 'await ' : ''}`,
        ),
        replace(node.body.end, end, '; }'),
      ];
  return [{ title: l10n.t('Await them one after the other with for…of'), preferred: false, edits }];
}

/** Whether a callback's body means the same in a loop: nothing in it speaks of the function itself. */
function canMove(callback: ts.FunctionExpression | ts.ArrowFunction): boolean {
  const speaks = (node: ts.Node): boolean => {
    if (ts.isReturnStatement(node)) {
      return true;
    }
    if (!ts.isArrowFunction(callback)) {
      const isOwn =
        node.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(node) && node.text === 'arguments');
      if (isOwn) {
        return true;
      }
    }
    return !isFunction(node) && (ts.forEachChild(node, (child) => speaks(child) || undefined) ?? false);
  };
  return !speaks(callback.body);
}
