// Every state of the panel: nothing reaches beyond it, axe-core finds no barrier, and a picture is left to be looked at.
// Each in one of the four themes; with ASYNC_TUTOR_SWEEP=1 each in all of them.
import assert from 'node:assert/strict';
import { blocking } from '../../timeline/lecture-traces';
import { namesAndEnds } from '../../timeline/traces';
import type { ThemeName } from '../themes';
import { finished, withTimeline, type TimelinePage } from '../timeline-page';
import { scenes, showScene } from '../timeline-scenes';

const themeNames: readonly ThemeName[] = ['dark', 'light', 'hc-dark', 'hc-light'];
const isSweep = process.env['ASYNC_TUTOR_SWEEP'] === '1';

async function look(view: TimelinePage, name: string): Promise<void> {
  await view.screenshot(name);
  const overflow = await view.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.equal(overflow, 0, 'nothing reaches beyond the panel');
  assert.deepEqual(await view.violations(), []);
}

describe('the looks of the timeline', () => {
  Object.entries(scenes).forEach(([name, scene], index) => {
    const own = themeNames.slice(index % themeNames.length)[0] ?? 'dark';
    for (const theme of isSweep ? themeNames : [own]) {
      it(`are right for ${name} in ${theme}`, async () => {
        await withTimeline({ ...scene.options, theme }, async (view) => {
          await showScene(view, scene);
          await look(view, isSweep ? `${name}-${theme}` : name);
        });
      });
    }
  });

  it('follow the theme while the panel is open', async () => {
    await withTimeline({ theme: 'light' }, async (view) => {
      await view.send(finished(namesAndEnds(), { problem: 'The program was stopped after 1 s.' }));
      const grounds = new Set<string>();
      for (const theme of themeNames) {
        await view.setTheme(theme);
        grounds.add(await view.page.evaluate(() => getComputedStyle(document.body).backgroundColor));
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
