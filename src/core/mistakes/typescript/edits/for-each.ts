import { ts } from 'ts-morph';
import type { Fix } from '../../finding';
import type { Analysis } from '../analysis';
import { isPromise } from '../semantics/promises';
import { bare, canAwait, isArray, isAsync, isFunction, isFunctionLiteral } from '../semantics/scopes';
import { insert, replace } from './text';

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
  return [...loopFix(analysis, call, callee, callback), togetherFix(call, callee)];
}

function togetherFix(call: ts.CallExpression, callee: ts.PropertyAccessExpression): Fix {
  return {
    title: 'Await them together with Promise.all',
    preferred: false,
    edits: [
      insert(call.getStart(), 'await Promise.all('),
      replace(callee.name.getStart(), callee.name.end, 'map'),
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
  if (!isFunctionLiteral(node) || !isAsync(node) || node !== callback || call.arguments.length !== 1) {
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
  return [{ title: 'Await them one after the other with for…of', preferred: false, edits }];
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
