import * as l10n from '@vscode/l10n';
import type { Lane, Trace } from '../trace';
import { ROUNDING_MS } from './lanes';
import { fail } from './values';

const words = { mark: l10n.t('mark'), finding: l10n.t('finding'), level: l10n.t('level') };

/** Every lane has a number of its own, and a parent that is there and not its own descendant. */
export function checkFamily(lanes: readonly Lane[]): void {
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  if (byId.size < lanes.length) {
    fail(l10n.t('The trace has two lanes with one number.'));
  }
  const fine = new Set<Lane>();
  for (const lane of lanes) {
    const way = new Set<Lane>();
    for (let at = lane; !fine.has(at);) {
      if (way.has(at)) {
        fail(l10n.t('Lane {0} is its own ancestor.', at.id));
      }
      way.add(at);
      if (at.parent === null) {
        break;
      }
      const parent = byId.get(at.parent);
      if (parent === undefined) {
        fail(l10n.t('Lane {0} has a parent, {1}, that is not there.', at.id, at.parent));
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
      fail(l10n.t('The trace has a {0} of a lane, {1}, that is not there.', name, id));
    }
  };
  for (const { lane, by } of marks) {
    known(lane, words.mark);
    known(by, words.mark);
  }
  for (const { lane } of findings) {
    known(lane, words.finding);
  }
  checkTimes(marks, duration, words.mark);
  for (const { levels } of shared) {
    for (const { lane } of levels) {
      known(lane, words.level);
    }
    checkTimes(levels, duration, words.level);
  }
  for (const lane of lanes) {
    for (const { lanes: others = [] } of lane.spans) {
      if (others.some((id) => !ids.has(id))) {
        fail(l10n.t('Lane {0} waits for a lane that is not there.', lane.id));
      }
    }
  }
}

function checkTimes(moments: readonly { readonly time: number }[], duration: number, name: string): void {
  let before = 0;
  for (const { time } of moments) {
    if (time < before || time > duration + ROUNDING_MS) {
      fail(l10n.t('The trace has a {0} out of order at {1} ms.', name, time));
    }
    before = time;
  }
}
