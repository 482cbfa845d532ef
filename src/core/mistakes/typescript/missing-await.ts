import type { RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { awaitedListFindings } from './missing-await/awaited-lists';
import { callbackFindings } from './missing-await/callbacks';
import { floatingFindings } from './missing-await/floating';
import { valueFindings } from './missing-await/values';
import { variableFindings } from './missing-await/variables';
import { once } from './semantics/once';

/** Promises that nobody awaits: dropped, or taken for the value they will bring. */
export const missingAwait = once((analysis: Analysis): readonly RuleFinding[] => {
  return [
    ...floatingFindings(analysis),
    ...valueFindings(analysis),
    ...variableFindings(analysis),
    ...callbackFindings(analysis),
    ...awaitedListFindings(analysis),
  ];
});
