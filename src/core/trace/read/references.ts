import type { Lane, Trace } from '../trace';
import { ROUNDING_MS } from './lanes';
import { fail } from './values';

/** Every lane has a number of its own, and a parent that is there and not its own descendant. */
export function checkFamily(lanes: readonly Lane[]): void {
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  if (byId.size < lanes.length) {
    fail('The trace', 'has two lanes with one number');
  }
  const fine = new Set<Lane>();
  for (const lane of lanes) {
    const way = new Set<Lane>();
    for (let at = lane; !fine.has(at);) {
      if (way.has(at)) {
        fail(`Lane ${at.id}`, 'is its own ancestor');
      }
      way.add(at);
      if (at.parent === null) {
        break;
      }
      const parent = byId.get(at.parent);
      if (parent === undefined) {
        fail(`Lane ${at.id}`, `has a parent, ${at.parent}, that is not there`);
      }
      at = parent;
    }
    for (const each of way) {
      fine.add(each);
    }
  }
}

/** What names a lane names one that is there, and what happened in time is in order. */
export function checkReferences({ lanes, marks, shared = [], findings, duration }: Trace): void {
  const ids = new Set(lanes.map(({ id }) => id));
  const known = (id: number | null | undefined, name: string) => {
    if (id !== null && id !== undefined && !ids.has(id)) {
      fail('The trace', `has a ${name} of a lane, ${id}, that is not there`);
    }
  };
  for (const { lane, by } of marks) {
    known(lane, 'mark');
    known(by, 'mark');
  }
  for (const { lane } of findings) {
    known(lane, 'finding');
  }
  checkTimes(marks, duration, 'mark');
  for (const { levels } of shared) {
    for (const { lane } of levels) {
      known(lane, 'level');
    }
    checkTimes(levels, duration, 'level');
  }
  for (const lane of lanes) {
    for (const { lanes: others = [] } of lane.spans) {
      if (others.some((id) => !ids.has(id))) {
        fail(`Lane ${lane.id}`, 'waits for a lane that is not there');
      }
    }
  }
}

function checkTimes(moments: readonly { readonly time: number }[], duration: number, name: string): void {
  let before = 0;
  for (const { time } of moments) {
    if (time < before || time > duration + ROUNDING_MS) {
      fail('The trace', `has a ${name} out of order at ${time} ms`);
    }
    before = time;
  }
}
