import type { LiveTrace } from '../../../core/trace/model';
import type { TraceFinding } from '../../../core/trace/trace';
import { topsOf } from '../layout/heights';
import type { Run } from '../layout/picture';
import { loopName, type Vocabulary } from '../words';
import { factsOf, type Facts } from './facts';
import { unfolded } from './fold';
import { rowsOf } from './rows';
import type { Row } from './row';
import { spotsOf, type Spot } from './spots';
import { toldOf } from './told';

/** A run as the panel tells it: all that follows from its trace alone. */
export interface Story {
  readonly trace: LiveTrace;
  readonly over: boolean;
  readonly rows: readonly Row[];
  readonly spots: readonly Spot[];
  readonly facts: Facts;
  readonly told: { readonly start: number; readonly end: number };
}

export function storyOf(trace: LiveTrace, over: boolean, findings: readonly TraceFinding[] = []): Story {
  const rows = rowsOf(trace);
  return { trace, over, rows, spots: spotsOf(findings, rows), facts: factsOf(trace), told: toldOf(trace) };
}

/** What of a story is to be laid out. */
export function runOf(
  { trace, over, rows, spots, told }: Story,
  folded: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Run {
  const shown = unfolded(rows, folded).map((row) =>
    row.kind === 'loop' ? { ...row, name: loopName[vocabulary] } : row,
  );
  const indexOf = new Map(shown.map((row, index) => [row.key, index]));
  const byRow = new Map<string, Spot[]>();
  for (const spot of spots) {
    byRow.set(spot.row, [...(byRow.get(spot.row) ?? []), spot]);
  }
  return {
    over,
    told,
    vocabulary,
    indexOf,
    rows: shown,
    tops: topsOf(shown),
    duration: trace.duration,
    spots: byRow,
  };
}
