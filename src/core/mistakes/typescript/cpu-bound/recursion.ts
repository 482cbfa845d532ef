import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { helperOf } from '../semantics/calls';
import { contains, runNodes } from '../semantics/inside';
import { bare } from '../semantics/scopes';
import { numberOf } from './count';
import type { Work } from './work';

/** From here on a function that calls itself twice for smaller numbers makes over a million calls. */
const deep = 30;

/** The work of a call such as `fib(40)`: its function calls itself at least twice each time, and remembers nothing. */
export function longRecursion(analysis: Analysis, call: ts.CallExpression): Work | undefined {
  const helper = helperOf(analysis, call);
  const [argument, ...others] = call.arguments;
  const [parameter, ...more] = helper?.parameters ?? [];
  if (helper?.body === undefined || argument === undefined || parameter === undefined) {
    return undefined;
  }
  const size = numberOf(analysis, argument, new Map());
  if (size === undefined || size < deep || others.length > 0 || more.length > 0) {
    return undefined;
  }
  const symbol = analysis.checker.getSymbolAtLocation(parameter.name);
  const again = runNodes(helper.body).filter(
    (node): node is ts.CallExpression => ts.isCallExpression(node) && helperOf(analysis, node) === helper,
  );
  const shrinks = again.filter((inner) => isSmaller(analysis, inner.arguments[0], symbol));
  const [first, second] = shrinks;
  const remembers = contains(
    helper.body,
    (node) => ts.isIdentifier(node) && /memo|cache|seen/i.test(node.text),
  );
  return first === undefined || second === undefined || remembers || !areBothRun(first, second)
    ? undefined
    : {
        start: first.getStart(),
        end: first.end,
        reason: l10n.t('It calls itself more than once for each number'),
        calls: [],
      };
}

function isSmaller(
  analysis: Analysis,
  argument: ts.Expression | undefined,
  parameter: ts.Symbol | undefined,
): boolean {
  const node = argument === undefined ? undefined : bare(argument);
  return (
    node !== undefined &&
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.MinusToken &&
    analysis.checker.getSymbolAtLocation(bare(node.left)) === parameter &&
    /^[12]$/.test(node.right.getText())
  );
}

/** Whether two calls run together: in one expression that has no branches. */
function areBothRun(first: ts.Node, second: ts.Node): boolean {
  const common = ts.findAncestor(first, (node) => node.pos <= second.pos && second.end <= node.end);
  return common !== undefined && ts.isBinaryExpression(common);
}
