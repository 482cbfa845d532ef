import type { Step } from './lane-record';

/** Steps of one instant are in the order in which they came, but for the ends of lanes: they come last. */
function compare(a: Step, b: Step): number {
  return a.time - b.time || Number(a.state === 'over') - Number(b.state === 'over') || a.order - b.order;
}

/** How thinly the numbers of steps may be spread to be worth an array with a place for each. */
const PLACES_PER_STEP = 8;

/** The steps of several lanes by time. They came in nearly that order, so that little is left to be sorted by it. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  const asTheyCame = byNumber(steps) ?? steps.slice();
  const isSorted = asTheyCame.every((step, index) => {
    const before = asTheyCame[index - 1];
    return before === undefined || compare(before, step) <= 0;
  });
  return isSorted ? asTheyCame : asTheyCame.sort(compare);
}

/** By their numbers, without comparing any two; undefined where that does not pay, or two have the same. */
function byNumber(steps: readonly Step[]): Step[] | undefined {
  const first = steps.reduce((least, { order }) => Math.min(least, order), Infinity);
  const last = steps.reduce((most, { order }) => Math.max(most, order), 0);
  if (last - first > PLACES_PER_STEP * steps.length) {
    return undefined;
  }
  const places = Array.from<Step | undefined>({ length: last - first + 1 });
  for (const step of steps) {
    places[step.order - first] = step;
  }
  const found = places.filter((step) => step !== undefined);
  return found.length === steps.length ? found : undefined;
}
