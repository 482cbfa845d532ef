import assert from 'node:assert/strict';
import type { Trace } from '../../src/core/trace/trace';
import { blocking, gather, sequential } from '../timeline/lecture-traces';
import { lane, namesAndEnds, tiny, trace, workers } from '../timeline/traces';
import type { ThemeName } from './themes';
import { finished, withTimeline, type TimelinePageOptions } from './timeline-page';

describe('the looks of the timeline', () => {
  const oneLane = () =>
    trace(800, {
      lanes: [
        lane(1, 'main', {
          spans: [
            ['running', 1, 5],
            ['waiting', 5, 790, 'asyncio.sleep'],
            ['running', 790, 795],
          ],
        }),
      ],
      loop: [
        ['busy', 0, 5],
        ['idle', 5, 790],
        ['busy', 790, 796],
      ],
    });
  const pictures: Readonly<Record<string, readonly [() => Trace, TimelinePageOptions?]>> = {
    sequential: [sequential],
    gather: [gather],
    blocking: [blocking],
    '6-ms': [tiny],
    '1-lane': [oneLane],
    '30-lanes': [() => workers(30, 10)],
    narrow: [blocking, { width: 400, height: 800 }],
    'narrow-names': [namesAndEnds, { width: 400, height: 800 }],
  };

  for (const [name, [make, options]] of Object.entries(pictures)) {
    it(`are right for ${name}`, async () => {
      await withTimeline(options ?? {}, async (view) => {
        await view.send(finished(make()));
        await view.screenshot(name);
        const overflow = await view.page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.equal(overflow, 0, 'nothing reaches beyond the panel');
        assert.deepEqual(await view.violations(), []);
      });
    });
  }

  const themeNames: readonly ThemeName[] = ['dark', 'light', 'hc-dark', 'hc-light'];
  it('follow the theme, and have enough contrast in each', async () => {
    await withTimeline({ theme: 'light' }, async (view) => {
      await view.send(finished(namesAndEnds(), { problem: 'The program was stopped after 1 s.' }));
      const grounds = new Set<string>();
      for (const theme of themeNames) {
        await view.setTheme(theme);
        grounds.add(await view.page.evaluate(() => getComputedStyle(document.body).backgroundColor));
        assert.deepEqual(await view.violations(), [], theme);
        await view.screenshot(`names-${theme}`);
      }
      assert.equal(grounds.size, 3);
      await view.send(finished(blocking()));
      for (const theme of themeNames) {
        await view.setTheme(theme);
        await view.screenshot(theme);
      }
    });
  });
});
