import assert from 'node:assert/strict';
import { predictionOf, sectionIds, sections } from '../../src/core/course/outline';
import { languages } from '../../src/core/language';
import { orderIn } from '../../src/timeline/said-order';
import { cameOrder } from '../../src/timeline/view/model/came-order';
import { rowsOf } from '../../src/timeline/view/model/rows';
import { outputOf } from '../../src/timeline/view/output';
import { trace } from './builders';
import { served } from './traces';

const tables = ['1, 2, 3: as they ordered', '2, 3, 1: as the dishes are ready', 'All together, after 1.5 s'];
const dishes = ['2.3 s: soup, bread, stew', '1.0 s: soup, bread, stew', '1.0 s: bread, stew, soup'];
const first = ['"soup: chop"', '"the recipe is called"', '"soup: ready"'];

const cameIn = (order: ReturnType<typeof orderIn>, ...texts: string[]) => {
  const marks = texts.map((text, time) => ({ time, lane: null, kind: 'output', text }) as const);
  assert.ok(order !== null);
  return cameOrder(order, outputOf({ marks }, rowsOf(trace(9, { marks }))))?.map(({ item }) => item);
};

describe('a predicted order', () => {
  it('is what a choice lists', () => {
    assert.deepEqual(orderIn(tables, 0, 1)?.said, ['1', '2', '3']);
    assert.deepEqual(orderIn(tables, 0, 1)?.right, ['2', '3', '1']);
    assert.deepEqual(orderIn(dishes, 2, 1)?.said, ['bread', 'stew', 'soup']);
    assert.deepEqual(orderIn(['1, 2, 3, in 1.0 s', '2, 3, 1, in 1.0 s'], 1, 0)?.said, ['2', '3', '1']);
    assert.deepEqual(orderIn(['Table 1, then table 2', 'Table 2, then table 1'], 1, 0)?.said, [
      'table 2',
      'table 1',
    ]);
    assert.deepEqual(orderIn(first, 0, 1), {
      of: 'lines',
      items: ['soup: chop', 'the recipe is called', 'soup: ready'],
      said: ['soup: chop'],
      right: ['the recipe is called'],
    });
  });

  it('is in no other choice', () => {
    assert.equal(orderIn(tables, 2, 1), null);
    assert.equal(orderIn(['0.5 s, 1.5 s and 0.5 s', '0.5 s, 0.5 s and 0.5 s'], 0, 1), null);
    assert.equal(orderIn(['3.3 s, then 1.1 s', '1.1 s, then 3.3 s'], 0, 1), null);
    assert.equal(orderIn(['It ticks on', 'It stands still'], 0, 1), null);
    assert.equal(orderIn(['One cook, 3.0 s', 'Two cooks, 1.5 s'], 0, 1), null);
  });

  it('is asked for by these sections of the course', () => {
    const asking = sectionIds.filter((id) =>
      languages.some((language) => {
        const { choices, right } = predictionOf(sections[id], language);
        return orderIn(choices, right, right) !== null;
      }),
    );
    assert.deepEqual(asking, ['2.2', '2.3', '4.2', '4.3']);
  });
});

describe('the order that came', () => {
  it('is that of the last lines with these words', () => {
    const order = orderIn(tables, 0, 1);
    assert.ok(order !== null);
    const came = cameOrder(order, outputOf(served(), rowsOf(served())));
    assert.deepEqual(
      came?.map(({ item, time }) => [item, Math.round(time / 100)]),
      [
        ['2', 5],
        ['3', 10],
        ['1', 15],
      ],
    );
  });

  it('is that of one line where one has them all', () => {
    const lines = ['soup: start', 'bread: done', 'soup: done', 'soup, bread, stew: 1.0 s', 'dish: fish'];
    assert.deepEqual(cameIn(orderIn(dishes, 2, 1), ...lines), ['soup', 'bread', 'stew']);
  });

  it('is that of the lines that were asked for', () => {
    const lines = ['the recipe is called', 'soup: chop', 'stew: chop', 'soup: ready'];
    assert.deepEqual(cameIn(orderIn(first, 0, 1), ...lines), [
      'the recipe is called',
      'soup: chop',
      'soup: ready',
    ]);
  });

  it('is not told where the program was changed, so that it wrote something else', () => {
    assert.equal(cameIn(orderIn(first, 0, 1), 'soup: chop', 'the recipe is called'), undefined);
    assert.equal(cameIn(orderIn(tables, 0, 1), 'table 2', '1.5 tables', 'table 3'), undefined);
  });
});
