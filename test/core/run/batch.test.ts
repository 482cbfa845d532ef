import assert from 'node:assert/strict';
import { BatchReader } from '../../../src/core/run/batch';
import { Batch } from '../../../src/core/run/node/runtime/batch';

describe('A batch of events', () => {
  it('is read as the events that were put into it, its texts told once', () => {
    const reader = new BatchReader();
    const batch = new Batch();
    batch.begin('lane', 1000.0004);
    for (const [member, value] of [
      ['number', 3],
      ['number', 0],
      ['text', 'Küche "offen"'],
      ['text', 'call'],
      ['number', 12],
      ['number', 2],
    ] as const) {
      if (member === 'text') {
        batch.text(value);
      } else {
        batch.number(value);
      }
    }
    batch.begin('wake', 999.25);
    batch.number(3);
    assert.deepEqual(reader.eventsOf(batch.take()), [
      ['lane', 1000, 3, null, 'Küche "offen"', 'call', 12, 2],
      ['wake', 999.25, 3],
    ]);
    assert.equal(batch.isEmpty, true);
    batch.begin('end', 1000.002);
    batch.number(3);
    batch.text('done');
    batch.begin('end', 1000.003);
    batch.number(4);
    batch.text('done');
    assert.deepEqual(reader.eventsOf(batch.take()), [
      ['end', 1000.002, 3, 'done', null],
      ['end', 1000.003, 4, 'done', null],
    ]);
    batch.begin('end', 2000);
    batch.number(5);
    batch.text('done');
    const later = batch.take();
    assert.doesNotMatch(later, /done/);
    assert.deepEqual(reader.eventsOf(later), [['end', 2000, 5, 'done', null]]);
  });

  it('that is lost takes no name from those that follow', () => {
    const reader = new BatchReader();
    const batch = new Batch();
    const end = (id: number, outcome: string): void => {
      batch.begin('end', id);
      batch.number(id);
      batch.text(outcome);
    };
    end(1, 'done');
    assert.deepEqual(reader.eventsOf(batch.take().slice(0, -9)), []);
    assert.equal(reader.isDamaged, true);
    end(2, 'failed');
    end(3, 'done');
    end(4, 'failed');
    assert.deepEqual(reader.eventsOf(batch.take()), [
      ['end', 2, 2, 'failed', null],
      ['end', 4, 4, 'failed', null],
    ]);
  });

  it('reaches half an hour to either side of its first event', () => {
    const batch = new Batch();
    batch.begin('wake', 5000);
    batch.number(1);
    assert.deepEqual(
      [-2e6, 0, 2e6, -3e6, 3e6].map((since) => batch.reaches(5000 + since)),
      [true, true, true, false, false],
    );
  });

  it('that is cut or made up gives no event that is none', () => {
    const words = (...numbers: readonly number[]): string =>
      Buffer.from(Int32Array.from(numbers).buffer).toString('base64');
    const line = (base64: string): string => JSON.stringify({ from: 0, first: 0, texts: [], words: base64 });
    const reader = new BatchReader();
    for (const made of [
      '{',
      '{"from":0}',
      '{"from":"0","first":0,"texts":[],"words":""}',
      '{"from":0,"first":0,"texts":[1],"words":""}',
      line(words(99, 1, 2)),
      line(words(1)),
      line(words(2, 0, 1, 1, 0, 1 << 30)),
      line(words(3, -5, 1)),
      line('AAA'),
      '["wake",1]',
      'null',
    ]) {
      assert.deepEqual(reader.eventsOf(made), [], made);
    }
  });
});
