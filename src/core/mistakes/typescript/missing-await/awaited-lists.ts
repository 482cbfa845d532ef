import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RuleFinding } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { insert } from '../edits/text';
import { isPromise } from '../semantics/promises';
import { referencesTo } from '../semantics/references';
import { bare } from '../semantics/scopes';

/** Lists of promises that are awaited as if they were one: `await` hands a list on as it is. */
export function awaitedListFindings(analysis: Analysis): readonly RuleFinding[] {
  return analysis.nodes.filter(ts.isAwaitExpression).flatMap((node) => {
    const list = bare(node.expression);
    if (!isDroppedHere(analysis, node) || !isListOfPromises(analysis, node)) {
      return [];
    }
    const start = list.getStart();
    const isPlain = isListOfPromises(analysis, list);
    return [
      {
        start,
        end: list.end,
        message: l10n.t(
          '{0} brings a list of promises, and `await` does not look into a list: the program goes on before they are done, and an error in one is not caught here.',
          describe(list),
        ),
        fixes: [
          {
            title: l10n.t('Await them together with Promise.all'),
            preferred: isPlain,
            edits: [insert(start, `Promise.all(${isPlain ? '' : 'await '}`), insert(list.end, ')')],
          },
        ],
      },
    ];
  });
}

function isListOfPromises(analysis: Analysis, list: ts.Expression): boolean {
  const { checker } = analysis;
  const type = checker.getTypeAtLocation(list);
  const element = checker.isArrayType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
  return element !== undefined && isPromise(analysis, element);
}

/** Whether nobody awaits the promises afterwards: the list is dropped, or its name only used where nothing is awaited. */
function isDroppedHere(analysis: Analysis, node: ts.AwaitExpression): boolean {
  const { parent } = node;
  if (!ts.isVariableDeclaration(parent)) {
    return ts.isExpressionStatement(parent);
  }
  const symbol = analysis.checker.getSymbolAtLocation(parent.name);
  return (
    ts.isIdentifier(parent.name) &&
    symbol !== undefined &&
    !referencesTo(analysis, symbol).some((mention) =>
      /\bawait\b|\bPromise\b|\breturn\b|\bthen\b/.test(
        ts.findAncestor(mention, ts.isStatement)?.getText() ?? '',
      ),
    )
  );
}
