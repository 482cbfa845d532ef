import assert from 'node:assert/strict';
import { parsePs, parseStat, parseWindows } from '../../../src/core/run/process-list';

describe('listing processes', () => {
  it('reads /proc/PID/stat, whatever the program calls itself', () => {
    const stat = `42 (a) b (c) S 7 40 40 0 -1 0 0 0 0 0 1 2 0 0 20 0 11 0 98765 1000000 250 0`;
    const info = parseStat(stat);
    assert.deepEqual(info, { pid: 42, parent: 7, group: 40, started: '98765', residentBytes: 250 * 4096 });
  });

  it('leaves out what has ended', () => {
    assert.equal(parseStat('42 (x) Z 7 40 40 0 -1 0 0 0 0 0 1 2 0 0 20 0 11 0 98765 0 0 0'), undefined);
  });

  it('reads what Windows prints', () => {
    const printed =
      '0 0 8192 0\r\n4 0 151552 638000000000000000\r\n 812 4 2048 638000000000000001 \r\n\r\noops\r\n';
    assert.deepEqual(parseWindows(printed), [
      { pid: 4, parent: 0, group: 0, started: '638000000000000000', residentBytes: 151_552 },
      { pid: 812, parent: 4, group: 0, started: '638000000000000001', residentBytes: 2048 },
    ]);
  });

  it('reads what ps prints', () => {
    const printed =
      '  501   1  501  2048 S    Mon Nov  2 10:00:00 2026\n  502 501  501     0 Z    Mon Nov  2 10:00:01 2026\n';
    assert.deepEqual(parsePs(printed), [
      { pid: 501, parent: 1, group: 501, started: 'Mon Nov  2 10:00:00 2026', residentBytes: 2048 * 1024 },
    ]);
  });
});
