import assert from 'node:assert/strict';
import {
  formatClock,
  formatDuration,
  formatMoment,
  formatPoint,
  formatShare,
} from '../../src/timeline/view/units';

describe('times in words', () => {
  it('have three digits', () => {
    const cases: readonly (readonly [number, string])[] = [
      [0, '0 ms'],
      [0.01, '10 µs'],
      [0.0005, '0.5 µs'],
      [0.34, '340 µs'],
      [0.9996, '1.00 ms'],
      [6.2, '6.20 ms'],
      [51.26, '51.3 ms'],
      [512.4, '512 ms'],
      [999.6, '1.00 s'],
      [6010, '6.01 s'],
      [59_990, '60.0 s'],
      [134_200, '2 min 14 s'],
    ];
    for (const [milliseconds, text] of cases) {
      assert.equal(formatDuration(milliseconds), text);
    }
  });

  it('name a moment to the millisecond once there are seconds', () => {
    assert.equal(formatPoint(2022.04), '2.022 s');
    assert.equal(formatPoint(22.04), '22.0 ms');
  });

  it('label an axis in one unit, to the digits of its step', () => {
    assert.equal(formatMoment(2000, 1000, 6240), '2 s');
    assert.equal(formatMoment(200, 200, 1700), '0.2 s');
    assert.equal(formatMoment(3, 1, 6.4), '3 ms');
    assert.equal(formatMoment(0.25, 0.05, 0.9), '250 µs');
    assert.equal(formatMoment(5000.002, 0.002, 5000.02), '5.000002 s');
  });

  it('never round a share to all or nothing', () => {
    assert.deepEqual([0, 0.0004, 0.002, 0.6, 0.9999, 1].map(formatShare), [
      '0 %',
      '< 0.1 %',
      '0.2 %',
      '60 %',
      '99.9 %',
      '100 %',
    ]);
  });

  it('let the running clock show tenths', () => {
    assert.equal(formatClock(3440), '3.4 s');
  });
});
