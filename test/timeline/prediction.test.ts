import assert from 'node:assert/strict';
import { timeIn } from '../../src/timeline/prediction';
import { runOf, stateOf } from '../../src/timeline/state';

describe('a predicted time', () => {
  const cases: Readonly<Record<string, number | null>> = {
    '2 seconds': 2000,
    '1 second': 1000,
    '0.6 s': 600,
    'about 6 s': 6000,
    '250 ms': 250,
    '2 minutes': 120_000,
    '0.6 s and 1.8 s': null,
    'It ticks on': null,
    '3.3 s, then 1.1 s': null,
    '': null,
  };
  for (const [choice, time] of Object.entries(cases)) {
    it(`in “${choice}” is ${time ?? 'not there'}`, () => {
      assert.equal(timeIn(choice), time);
    });
  }
});

describe('the state of the view', () => {
  it('names the run that was shown', () => {
    assert.equal(runOf(stateOf('a-1')), 'a-1');
  });

  it('of an older version or of nothing names none', () => {
    for (const state of [undefined, null, 3, {}, { version: 1, run: 'a' }, { version: 2, run: 7 }]) {
      assert.equal(runOf(state), undefined);
    }
  });
});
