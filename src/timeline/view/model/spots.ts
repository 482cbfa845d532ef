import type { TraceFinding } from '../../../core/trace/trace';
import type { Place } from '../../protocol';
import { isAt, placeOf } from '../place';
import { laneKey } from './keys';
import type { Piece, Row } from './row';

/** Where in the picture a finding belongs. */
export interface Spot {
  /** Its index among the trace's findings. */
  readonly finding: number;
  readonly kind: TraceFinding['kind'];
  readonly row: string;
  /** Index of the row's piece, null for the row as a whole. */
  readonly piece: number | null;
  /** Milliseconds since the program started. */
  readonly time: number;
}

/** The places of those findings that are about a lane which is shown. */
export function spotsOf(findings: readonly TraceFinding[], rows: readonly Row[]): readonly Spot[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const taken = new Set<Piece>();
  return findings.flatMap((about, finding): Spot[] => {
    const { kind, lane } = about;
    const own = lane === null ? undefined : byKey.get(laneKey(lane));
    if (own === undefined) {
      return [];
    }
    const family = familyOf(own, rows);
    const [row, piece] = meantPiece(kind, placeOf(about), family, taken) ??
      meantPiece(kind, null, family, taken) ?? [own, null];
    if (piece === null) {
      return [{ finding, kind, row: row.key, piece, time: row.ended ?? row.created ?? 0 }];
    }
    taken.add(piece);
    return [{ finding, kind, row: row.key, piece: row.pieces.indexOf(piece), time: piece.start }];
  });
}

/** A lane's row and those of the calls inside it. */
function familyOf(own: Row, rows: readonly Row[]): readonly Row[] {
  const from = rows.indexOf(own);
  const family = [own];
  for (let index = from + 1; index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined || row.depth <= own.depth) {
      break;
    }
    if (row.key.startsWith(`${own.key} >`)) {
      family.push(row);
    }
  }
  return family;
}

/** The piece that the finding means and that no other finding has yet: the first wait of a row of waits, else the longest. */
function meantPiece(
  kind: TraceFinding['kind'],
  place: Place | null,
  family: readonly Row[],
  taken: ReadonlySet<Piece>,
): readonly [Row, Piece] | undefined {
  const state = kind === 'blocked-loop' ? 'blocked' : 'waiting';
  let best: readonly [Row, Piece] | undefined;
  let heaviest = -Infinity;
  for (const row of family) {
    for (const piece of row.pieces) {
      const isMeant = piece.state === state && (place === null || isAt(piece, place)) && !taken.has(piece);
      const weight = kind === 'one-after-another' ? -piece.start : piece.end - piece.start;
      if (isMeant && weight > heaviest) {
        [best, heaviest] = [[row, piece], weight];
      }
    }
  }
  return best;
}
