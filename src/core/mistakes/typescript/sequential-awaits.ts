import type { RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import { loopFindings } from './sequential-awaits/loops';
import { rowFindings } from './sequential-awaits/rows';

/** Awaits that do not need each other, one after the other: in a row, or in the rounds of a loop. */
export function sequentialAwaits(analysis: Analysis): readonly RuleFinding[] {
  return [...rowFindings(analysis), ...loopFindings(analysis)];
}
