import assert from 'node:assert/strict';
import { formatPoint } from '../../src/timeline/view/units';
import { placeAt, momentAfter, momentBefore, pieceAt } from '../../src/timeline/view/model/moments';
import { momentSentence } from '../../src/timeline/view/moment-sentence';
import { rowsOf } from '../../src/timeline/view/model/rows';
import { Replay } from '../../src/timeline/view/replay';
import { blocking, sequential } from './lecture-traces';
import { tiny } from './traces';

describe('a replay', () => {
  const rows = rowsOf(blocking());

  it('steps through every event and back again', () => {
    const forth: number[] = [];
    for (let moment = momentAfter(rows, -1); moment !== null; moment = momentAfter(rows, moment)) {
      forth.push(moment);
    }
    const back: number[] = [];
    for (let moment = momentBefore(rows, 1e9); moment !== null; moment = momentBefore(rows, moment)) {
      back.push(moment);
    }
    assert.deepEqual(back.reverse(), forth);
    const starts = new Set(rows.flatMap(({ pieces }) => pieces.map(({ start }) => start)));
    assert.ok([...starts].every((start) => forth.some((moment) => Math.abs(moment - start) < 1e-6)));
    assert.ok(forth.every((moment, index) => index === 0 || moment > (forth[index - 1] ?? 0)));
  });

  it('says who runs, who is ready and who waits', () => {
    assert.equal(
      momentSentence(rows, 1000),
      'At 1.000 s: fetch_weather blocks everybody; fetch_news is ready; fetch_stock is ready; main waits for asyncio.gather.',
    );
    assert.equal(momentSentence(rows, 1), `At ${formatPoint(1)}: nobody needs the loop.`);
  });

  it('knows the line of a lane, and of the loop the line of whoever runs', () => {
    const news = rows.find(({ name }) => name === 'fetch_news');
    const [loop] = rows;
    assert.ok(news !== undefined && loop !== undefined);
    assert.equal(placeAt(rows, news, 3000)?.line, 10);
    assert.equal(placeAt(rows, loop, 3000)?.line, 10);
    assert.equal(placeAt(rows, loop, 1), null);
    assert.equal(pieceAt(news, 3000)?.state, 'blocked');
  });

  it('plays at its speed, pauses, and stops at the end', () => {
    const replay = new Replay();
    replay.load([{ rows, origin: 0 }], 20, 6028);
    assert.equal(replay.moment, null);
    replay.toggle(100);
    assert.equal(replay.tick(1100), true);
    assert.equal(replay.moment, 1020);
    replay.speed = 4;
    replay.tick(1600);
    assert.equal(replay.moment, 3020);
    replay.toggle(1700);
    assert.equal(replay.tick(9000), false);
    assert.equal(replay.moment, 3020);
    replay.toggle(9000);
    assert.equal(replay.tick(99_000), false);
    assert.equal(replay.moment, 6028);
  });

  it('stretches what would be over in the blink of an eye', () => {
    const replay = new Replay();
    replay.load([{ rows: rowsOf(tiny()), origin: 0 }], 1, 5.4);
    replay.toggle(0);
    replay.tick(2000);
    assert.ok(Math.abs((replay.moment ?? 0) - 3.2) < 1e-9);
  });

  it('moves two runs from their common beginning', () => {
    const replay = new Replay();
    const other = rowsOf(sequential());
    replay.load(
      [
        { rows, origin: 20 },
        { rows: other, origin: 20 },
      ],
      0,
      6010,
    );
    replay.step(1);
    assert.equal(replay.moment, 0);
    replay.step(1);
    assert.equal(replay.moment, 1);
    replay.step(-1);
    assert.equal(replay.moment, 0);
  });
});
