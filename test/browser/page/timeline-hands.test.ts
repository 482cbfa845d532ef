import assert from 'node:assert/strict';
import { gather, sequential } from '../../timeline/lecture-traces';
import { workers } from '../../timeline/traces';
import { finished, frames, title, withTimeline } from '../timeline-page';

const reveal = (line: number) => ({ type: 'reveal', file: title.file, place: { line } });

describe('the hands on the timeline', () => {
  it('let the pointer read a span and go to its line', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(sequential()));
      const row = await view.page.getByRole('rowheader', { name: /^main/ }).boundingBox();
      assert.ok(row !== null);
      await view.page.mouse.move(500, row.y + row.height / 2);
      const tooltip = view.page.locator('.tooltip');
      await tooltip.waitFor();
      assert.match(
        (await tooltip.textContent()) ?? '',
        /^waiting for fetch_weather \(asyncio\.sleep\).*2\.00 s.*line 6/,
      );
      await view.screenshot('hover');
      await view.page.mouse.click(500, row.y + row.height / 2);
      assert.deepEqual((await view.posted()).at(-1), reveal(6));
      await view.page.getByRole('rowheader', { name: /fetch_stock/ }).click();
      assert.deepEqual((await view.posted()).at(-1), reveal(13));
    });
  });

  it('zoom around the pointer, drag, and fit', async () => {
    await withTimeline({ reducedMotion: true }, async (view) => {
      await view.send(finished(sequential()));
      const ticks = view.page.locator('.tick:visible');
      const all = await ticks.allTextContents();
      await view.page.mouse.move(800, 170);
      await view.page.keyboard.down('Control');
      await view.page.mouse.wheel(0, -900);
      await view.page.keyboard.up('Control');
      await frames(view.page);
      const zoomed = await ticks.allTextContents();
      assert.notDeepEqual(zoomed, all);
      assert.ok(
        zoomed.every((text) => parseFloat(text) > 2 && parseFloat(text) < 6.2),
        zoomed.join(),
      );
      await view.screenshot('zoomed');
      await view.page.mouse.down();
      await view.page.mouse.move(1000, 170, { steps: 4 });
      await view.page.mouse.up();
      await frames(view.page);
      const dragged = await ticks.allTextContents();
      assert.ok(parseFloat(dragged[0] ?? '') < parseFloat(zoomed[0] ?? ''));
      assert.equal((await view.posted()).length, 1, 'a drag is not a click');
      await view.page.getByRole('button', { name: 'Fit the whole run' }).click();
      await frames(view.page);
      assert.deepEqual(await ticks.allTextContents(), all);
    });
  });

  it('zoom to a box, and by two fingers', async () => {
    await withTimeline({ reducedMotion: true, hasTouch: true }, async (view) => {
      await view.send(finished(sequential()));
      const ticks = view.page.locator('.tick:visible');
      const all = await ticks.allTextContents();
      const { mouse, keyboard } = view.page;
      await keyboard.down('Shift');
      await mouse.move(520, 170);
      await mouse.down();
      await mouse.move(780, 170, { steps: 4 });
      await view.screenshot('box');
      await mouse.up();
      await keyboard.up('Shift');
      await frames(view.page);
      const boxed = await ticks.allTextContents();
      assert.ok(
        boxed.every((text) => parseFloat(text) > 1.9 && parseFloat(text) < 4.1),
        boxed.join(),
      );
      assert.match(
        (await view.page.getByRole('status').textContent()) ?? '',
        /^Showing 2\.\d+ s to [34]\.\d+ s\.$/,
      );
      await keyboard.press('Tab');
      await view.page.getByRole('button', { name: 'Fit the whole run' }).click();
      const session = await view.page.context().newCDPSession(view.page);
      const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) => {
        const touchPoints = xs.map((x, id) => ({ x, y: 200, id }));
        await session.send('Input.dispatchTouchEvent', { type, touchPoints });
      };
      await touch('touchStart', 600, 700);
      for (const spread of [20, 60, 100, 140]) {
        await touch('touchMove', 600 - spread, 700 + spread);
      }
      await touch('touchEnd');
      await frames(view.page);
      const pinched = await ticks.allTextContents();
      assert.notDeepEqual(pinched, all);
      assert.ok(parseFloat(pinched[0] ?? '') > 0.5, pinched.join());
      const { scale } = await view.page.evaluate(() => ({ scale: window.visualViewport?.scale }));
      assert.equal(scale, 1, 'the page itself stays as it is');
    });
  });

  it('do everything by keyboard alone', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(gather()));
      const focused = () =>
        view.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      const press = async (...keys: string[]) => {
        for (const key of keys) {
          await view.page.keyboard.press(key);
          await frames(view.page);
        }
      };
      await view.page.getByRole('button', { name: 'Fit the whole run' }).focus();
      await press('Tab');
      assert.match(await focused(), /^event loop/);
      await press('ArrowDown', 'ArrowDown');
      assert.match(await focused(), /^fetch_weather, line 5, done/);
      await press('Enter');
      assert.deepEqual((await view.posted()).at(-1), reveal(5));
      const seen: string[] = [];
      for (let step = 0; step < 5 && !seen.at(-1)?.startsWith('waiting for asyncio.sleep'); step++) {
        await press('ArrowRight');
        seen.push(await focused());
      }
      assert.match(seen.at(-1) ?? '', /^waiting for asyncio\.sleep, .* 2\.00 s, line 6, span \d of \d$/);
      await view.page.locator('.tooltip').waitFor();
      await press('Enter');
      assert.deepEqual((await view.posted()).at(-1), reveal(6));
      await view.screenshot('keyboard');
      assert.deepEqual(await view.violations(), []);
      await press('ArrowDown');
      assert.match(await focused(), /^waiting for asyncio\.sleep, .* line 10/);
      await press('Escape');
      assert.match(await focused(), /^fetch_news/);
      const before = await view.page.locator('.tick:visible').allTextContents();
      await press('+', '+');
      assert.notDeepEqual(await view.page.locator('.tick:visible').allTextContents(), before);
      await press('0', 'Control+Home');
      assert.deepEqual(await view.page.locator('.tick:visible').allTextContents(), before);
      assert.match(await focused(), /^event loop/);
    });
  });

  it('reach the last of a thousand lanes, with few elements on the page', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(workers(1000, 33)));
      await view.screenshot('1000-lanes');
      await view.page.getByRole('rowheader', { name: /^event loop/ }).focus();
      await view.page.keyboard.press('Control+End');
      await frames(view.page);
      const label = await view.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      assert.match(label ?? '', /^worker-1000,/);
      assert.ok((await view.page.locator('.row').count()) < 60);
      assert.ok(await view.page.getByRole('rowheader', { name: /^worker-1000,/ }).isVisible());
      await view.page
        .locator('.scroller')
        .first()
        .evaluate((scroller) => {
          scroller.scrollTop = 0;
        });
      await frames(view.page);
      assert.ok(await view.page.getByRole('rowheader', { name: /^main/ }).isVisible());
    });
  });
});
