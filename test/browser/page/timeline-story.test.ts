import assert from 'node:assert/strict';
import { blocking, gather, sequential } from '../../timeline/lecture-traces';
import { namesAndEnds, shared } from '../../timeline/traces';
import { begun, finished, frames, title, withTimeline, type TimelinePage } from '../timeline-page';
import { compared, prediction } from '../timeline-scenes';

const last = async (view: TimelinePage) => (await view.posted()).at(-1);

describe('the story that the timeline tells', () => {
  it('draws what the learner said against what happened, kindly', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(sequential(), { prediction }));
      const said = view.page.locator('.prediction');
      assert.equal(await said.textContent(), 'You said “2 seconds”; it was “6 seconds”. The waits add up.');
      await view.page.getByText('you said 2 seconds').waitFor();
      await view.page.getByText('Together they could take 2.0 s: 4.0 s saved.').waitFor();
      assert.deepEqual(await view.violations(), []);
      await view.screenshot('prediction');
      await view.send(finished(gather(), { prediction: { ...prediction, right: '2 seconds' } }));
      assert.match((await said.textContent()) ?? '', /^You said “2 seconds”, and so it was\./);
    });
  });

  it('shows code in an answer as code, and a quotation in one pair of quotes', async () => {
    await withTimeline({}, async (view) => {
      const why = 'It begins at the next `await`.';
      await view.send(
        finished(sequential(), { prediction: { ...prediction, said: '"soup"', right: '"stew"', why } }),
      );
      const said = view.page.locator('.prediction');
      assert.equal(await said.textContent(), 'You said “soup”; it was “stew”. It begins at the next await.');
      assert.equal(await said.locator('code').textContent(), 'await');
    });
  });

  it('puts two runs on one scale and calls out the time that was saved', async () => {
    await withTimeline({ reducedMotion: true }, async (view) => {
      await view.send(compared);
      await frames(view.page);
      const pictures = view.page.locator('.picture:visible');
      assert.equal(await pictures.count(), 2);
      const ticks = (index: number) => pictures.nth(index).locator('.tick:visible').allTextContents();
      assert.deepEqual(await ticks(0), await ticks(1));
      await view.page.locator('.saved').getByText('4.0 s saved').waitFor();
      const [first] = await view.page.locator('.differences li').allTextContents();
      assert.equal(first, compared.differences[0]);
      assert.ok((await view.page.locator('.differences code').allTextContents()).includes('fetch_news'));
      await pictures.first().getByRole('button', { name: 'Zoom in' }).click();
      await frames(view.page);
      assert.deepEqual(await ticks(0), await ticks(1));
      assert.deepEqual(await view.violations(), []);
      await view.screenshot('compare-zoomed');
      await pictures.nth(1).getByRole('button', { name: 'Fit the whole run' }).click();
      await view.screenshot('compare');
    });
  });

  it('replays event by event, and tells the editor the line of the selected lane', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(blocking()));
      await view.page.getByRole('rowheader', { name: /^fetch_news/ }).click();
      const forward = view.page.getByRole('button', { name: 'step forward' });
      const sentence = view.page.locator('.moment');
      for (
        let step = 0;
        step < 30 && !(await sentence.textContent())?.includes('fetch_news blocks');
        step++
      ) {
        await forward.click();
      }
      assert.match(
        (await sentence.textContent()) ?? '',
        /^At 2\.0\d\d s: fetch_news blocks everybody; fetch_stock is/,
      );
      assert.deepEqual(await last(view), { type: 'moment', file: title.file, place: { line: 10 } });
      assert.deepEqual(await view.violations(), []);
      await view.screenshot('replay');
      await view.page.getByRole('button', { name: 'step back' }).click();
      assert.match((await sentence.textContent()) ?? '', /fetch_news runs/);
      await view.page.getByRole('slider', { name: 'Moment of the run' }).fill('1000');
      assert.match((await sentence.textContent()) ?? '', /^At 6\.0/);
      await view.page.getByRole('button', { name: 'End replay' }).click();
      assert.deepEqual(await last(view), { type: 'moment', file: title.file, place: null });
      assert.equal(await view.page.locator('.scrubber').isVisible(), false);
    });
  });

  it('plays by itself, faster on request, and stops at the end', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(gather()));
      await view.page.getByRole('combobox', { name: 'Replay speed' }).selectOption('4');
      await view.page.getByRole('button', { name: 'Replay', exact: false }).first().click();
      await view.page.getByRole('button', { name: 'Pause' }).waitFor();
      await view.page.getByRole('button', { name: '▶ Replay' }).waitFor({ timeout: 10_000 });
      assert.match((await view.page.locator('.moment').textContent()) ?? '', /^At 2\.0/);
    });
  });

  it('folds lanes away and selects the span of a finding, unfolding what hides it', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(blocking()));
      const rows = view.page.getByRole('row');
      const all = await rows.count();
      await view.page.getByRole('rowheader', { name: /^main/ }).focus();
      await view.page.keyboard.press('ArrowLeft');
      await frames(view.page);
      assert.ok((await rows.count()) < all);
      assert.equal(await view.page.getByRole('row', { expanded: false }).count(), 1);
      assert.deepEqual(await view.violations(), []);
      await view.page.getByRole('button', { name: /fetch_stock blocked the loop/ }).click();
      await frames(view.page);
      const focused = await view.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      assert.match(focused ?? '', /^time\.sleep is blocking everybody.*line 14/);
      await view.screenshot('selected');
    });
  });

  it('shows how full a queue was, and speaks of the restaurant on request', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(shared()));
      await view.page.getByRole('rowheader', { name: /queue orders.*max 3/ }).waitFor();
      await view.page.getByLabel('Restaurant words').check();
      await frames(view.page);
      await view.page.getByText('the kitchen cooks, the waiter is free').waitFor();
      await view.page.getByRole('rowheader', { name: /^the waiter/ }).waitFor();
      assert.deepEqual(await view.violations(), []);
      await view.screenshot('restaurant');
    });
  });

  it('tells everything in words and in a table, and lists its keys', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(namesAndEnds()));
      await view.page.getByRole('button', { name: 'Table view' }).click();
      await view.page.getByText(/^הכן_תה: created at 12\.0 ms; .*; cancelled at 500 ms\.$/).waitFor();
      assert.ok((await view.page.locator('.table-view tbody tr').count()) > 15);
      assert.equal(await view.page.locator('.picture:visible').count(), 0);
      assert.deepEqual(await view.violations(), []);
      await view.screenshot('table');
      await view.page.getByRole('button', { name: 'Go to line 12' }).first().click();
      assert.deepEqual(await last(view), { type: 'reveal', file: title.file, place: { line: 12 } });
      await view.page.keyboard.press('?');
      await view.page.getByRole('dialog', { name: 'Keys and hands' }).waitFor();
      assert.deepEqual(await view.violations(), []);
      await view.page.keyboard.press('Escape');
      assert.equal(await view.page.getByRole('dialog').isVisible(), false);
    });
  });

  it('lights up the spans of the line with the cursor, of its own file alone', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(gather()));
      const pixels = () =>
        view.page
          .locator('.scroller canvas')
          .first()
          .evaluate((canvas) => {
            return canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : '';
          });
      const before = await pixels();
      await view.send({ type: 'cursor', file: 'file:///other.py', place: { line: 6 } });
      assert.equal(await pixels(), before);
      await view.send({ type: 'cursor', file: title.file ?? '', place: { line: 6 } });
      assert.notEqual(await pixels(), before);
      await view.screenshot('cursor');
      await view.send({ type: 'cursor', file: title.file ?? '', place: null });
      assert.equal(await pixels(), before);
    });
  });

  it('offers the fixed version of what can be fixed, the explanation, and gives its picture away', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(blocking()));
      await view.send({ type: 'fixable', fixable: [{ run: begun.id, finding: 1 }] });
      await view.page.getByRole('button', { name: 'Run the fixed version' }).click();
      assert.deepEqual(await last(view), { type: 'run-fixed', run: begun.id, finding: 1 });
      await view.page.getByRole('button', { name: 'Compare with…' }).click();
      assert.deepEqual(await last(view), { type: 'compare-with' });
      await view.page.getByRole('button', { name: 'Share…' }).click();
      assert.deepEqual(await last(view), { type: 'share' });
      for (const format of ['svg', 'png'] as const) {
        await view.send({ type: 'draw', format });
        const drawn = await last(view);
        assert.ok(drawn?.type === 'drawn' && drawn.format === format);
        assert.match(drawn.data, format === 'svg' ? /^<svg .*<\/svg>\s*$/s : /^iVBOR/);
      }
    });
  });
});
