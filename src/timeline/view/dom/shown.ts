import type { Place } from '../../protocol';
import type { GuideKind } from '../draw/draw';
import type { Run } from '../layout/picture';
import type { TimeWindow } from '../layout/window';
import type { Row } from '../model/row';

/** A line through all rows. */
export interface Guide {
  /** Milliseconds since the beginning that all shown runs share. */
  readonly time: number;
  readonly kind: GuideKind;
  readonly text: string;
}

/** What a picture shows. */
export interface Shown {
  readonly run: Run;
  /** Milliseconds since the program's start that the shared beginning is at. */
  readonly origin: number;
  readonly heading: string | null;
  readonly guides: readonly Guide[];
  /** Where the time that this run saves begins and ends, as for the guides. */
  readonly saved: (TimeWindow & { readonly text: string; readonly isBetter: boolean }) | null;
  readonly folded: ReadonlySet<string>;
  readonly note: (row: Row) => string;
}

/** What changes while a run is looked at. */
export interface Light {
  /** Milliseconds since the shared beginning, null when nothing is replayed. */
  readonly moment: number | null;
  /** Line of the program whose spans light up. */
  readonly lit: Place | null;
}
