import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix } from '../../finding';
import type { Analysis } from '../analysis';
import { importEdits } from '../edits/imports';
import { insert, sorted } from '../edits/text';
import { runNodes } from '../semantics/inside';
import { canAwait } from '../semantics/scopes';
import { ownRounds } from './work';

/** Offers to let the event loop run now and then: the calculation takes as long, but others get their turn. */
export function breathingFixes(analysis: Analysis, loop: ts.IterationStatement): readonly Fix[] {
  const counter = counterOf(loop);
  const body = loop.statement;
  if (counter === undefined || !ts.isBlock(body) || !canAwait(analysis, loop)) {
    return [];
  }
  const wanted = { module: 'node:timers/promises', name: 'setImmediate' };
  const { local, edits } = importEdits(analysis, wanted, undefined);
  const isNested = runNodes(body).some((node) => ts.isIterationStatement(node, false));
  const between = !isNested ? '1_000_000' : ownRounds(analysis, loop) < 100_000 ? undefined : '1_000';
  const pause =
    between === undefined ? `await ${local}();` : `if (${counter} % ${between} === 0) await ${local}();`;
  return [
    {
      title: l10n.t('Let other code run now and then, with `setImmediate` of node:timers/promises'),
      preferred: false,
      edits: sorted([...edits, insert(body.getStart() + 1, ` ${pause}`)]),
    },
  ];
}

function counterOf(loop: ts.IterationStatement): string | undefined {
  if (ts.isForStatement(loop)) {
    const { initializer } = loop;
    const isDeclared = initializer !== undefined && ts.isVariableDeclarationList(initializer);
    return isDeclared ? initializer.declarations[0]?.name.getText() : undefined;
  }
  return ts.isWhileStatement(loop) && ts.isBinaryExpression(loop.expression)
    ? loop.expression.left.getText()
    : undefined;
}
