import assert from 'node:assert/strict';
import type { Span, SpanState, Trace } from '../../../src/core/trace/trace';

/** What a program says of itself: the lane, what it did, and from when to when, in milliseconds on its own clock. */
export type Measured = readonly [lane: string, state: string, start: number, end: number];

const LEAST_MS = 5;
const LEAST_SHARE = 0.02;
/** The machine may take the processor away between a program's look at the clock and the recorder's. */
const MOST_RUNS = 20;

/**
 * Asserts that every span of the lanes that the program tells of begins and ends within 5 ms or 2 % of what the program
 * measured at these places, and that there are no others; that the loop was idle while `idlers` alone waited. One run of
 * several must show it: a loaded machine spoils some.
 */
export async function assertAsMeasured(
  run: () => Promise<{ readonly trace: Trace; readonly measured: readonly Measured[] }>,
  idlers: readonly string[],
): Promise<void> {
  let found: readonly string[] = ['it was not run'];
  for (let runs = 0; runs < MOST_RUNS && found.length > 0; runs++) {
    const { trace, measured } = await run();
    found = differences(trace, measured, idlers);
  }
  assert.deepEqual(found, []);
}

function differences(
  { lanes, loop }: Trace,
  measured: readonly Measured[],
  idlers: readonly string[],
): readonly string[] {
  const names = [...new Set(measured.map(([lane]) => lane))];
  const shown = names.flatMap((name) =>
    lanes
      .filter((lane) => lane.name === name)
      .flatMap(({ spans }) => stretchesOf(spans))
      .filter(({ start, end }) => end - start >= LEAST_MS)
      .map(({ state, start, end }): Measured => [name, state, start, end]),
  );
  const known = names.flatMap((name) =>
    measured.filter(([lane, , start, end]) => lane === name && end - start >= LEAST_MS),
  );
  const shift = (shown[0]?.[2] ?? 0) - (known[0]?.[2] ?? 0);
  const isNear = (value: number | undefined, figure: number, length: number): boolean =>
    Math.abs((value ?? Infinity) - figure) <= Math.max(LEAST_MS, LEAST_SHARE * length);
  const wrong = known.flatMap(([lane, state, start, end], index) => {
    const span = shown[index];
    const isSame = span?.[0] === lane && span[1] === state;
    const isTrue =
      isNear(span?.[2], start + shift, end - start) && isNear(span?.[3], end + shift, end - start);
    return isSame && isTrue
      ? []
      : [`${lane} ${state} ${start + shift}-${end + shift}, shown ${String(span)}`];
  });
  const idle = loop
    .filter(({ state }) => state === 'idle')
    .reduce((sum, { start, end }) => sum + end - start, 0);
  const slept = known
    .filter(([lane, state]) => idlers.includes(lane) && state === 'waiting')
    .reduce((sum, [, , start, end]) => sum + end - start, 0);
  return [
    ...wrong,
    ...(shown.length === known.length ? [] : [`${shown.length} spans for ${known.length}`]),
    ...(isNear(idle, slept, slept) ? [] : [`idle for ${idle}, known ${slept}`]),
  ];
}

/** What blocks for long is sampled, and told in a span for each line that a sample met. */
function stretchesOf(spans: readonly Span[]): readonly Pick<Span, 'state' | 'start' | 'end'>[] {
  const stretches: { state: SpanState; start: number; end: number }[] = [];
  for (const { state, start, end } of spans) {
    const before = stretches.at(-1);
    if (before?.state === state && state === 'blocked' && before.end === start) {
      before.end = end;
    } else {
      stretches.push({ state, start, end });
    }
  }
  return stretches;
}
