import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { numberOf, type Known } from './count';
import type { Work } from './work';

/** Elements from which on a list that is worked out one by one takes long enough to be felt. */
const manyElements = 4_000_000;

/** How many elements a call such as `Array.from({ length: 5e7 }, …)` works out one by one; 0 when that is not sure. */
function elementsOf(analysis: Analysis, call: ts.CallExpression, known: Known): number {
  const [like, mapper] = call.arguments;
  const length =
    call.expression.getText() === 'Array.from' && like !== undefined && ts.isObjectLiteralExpression(like)
      ? like.properties.find((property) => property.name?.getText() === 'length')
      : undefined;
  return length !== undefined && ts.isPropertyAssignment(length) && mapper !== undefined
    ? (numberOf(analysis, length.initializer, known) ?? 0)
    : 0;
}

/** A call that surely fills a long list, or undefined. */
export function longListOf(
  analysis: Analysis,
  call: ts.CallExpression,
  known: Known = new Map(),
): Work | undefined {
  const [, mapper] = call.arguments;
  return mapper === undefined || elementsOf(analysis, call, known) < manyElements
    ? undefined
    : {
        start: mapper.getStart(),
        end: mapper.end,
        reason: l10n.t('This runs for each element'),
        calls: [],
      };
}
