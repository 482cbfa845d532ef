import assert from 'node:assert/strict';
import { paletteOf } from '../../src/timeline/view/draw/palette';
import { svgOf } from '../../src/timeline/view/draw/svg';
import { escaped } from '../../src/timeline/view/draw/svg-pen';
import { fitted } from '../../src/timeline/view/layout/window';
import { wholeRun } from './golden';
import { namesAndEnds } from './traces';

describe('the picture as SVG', () => {
  const palette = paletteOf(() => '', 'dark', false);
  const trace = namesAndEnds();
  const run = wholeRun(trace);
  const svg = svgOf(
    {
      title: '<script>alert(1)</script>',
      what: 'Python',
      sentences: ['It took 995 ms & more.'],
      runs: [
        {
          ...{ heading: null, run, window: fitted(run.told), origin: 0, findings: trace.findings },
          guides: [{ time: 995, kind: 'end', text: '995 ms' }],
          note: () => 'line 1',
        },
      ],
    },
    palette,
  );

  it('stands alone, with nothing that could run or be loaded', () => {
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    assert.doesNotMatch(svg, /<script|<img|<style|href|\bon\w+="|NaN|undefined/);
    for (const name of ['waiting', 'ready', 'blocked']) {
      assert.ok(svg.includes(`<pattern id="${name}"`));
    }
  });

  it('shows every lane, text as text', () => {
    for (const { name } of trace.lanes.slice(2)) {
      assert.ok(svg.includes(`>${escaped(name)}<`), name);
    }
    assert.ok(svg.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
    assert.ok(svg.includes('1. اطبخ_الأرز was never finished'));
  });

  it('leaves out characters that XML does not know', () => {
    assert.equal(escaped('a\u0000b\u001b[31m<\uFFFF>🍲'), 'ab[31m&lt;&gt;🍲');
  });
});
