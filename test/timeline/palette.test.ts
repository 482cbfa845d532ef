import assert from 'node:assert/strict';
import { contrast, mixed, parseColour, type Colour } from '../../src/timeline/view/draw/colour';
import { paletteOf } from '../../src/timeline/view/draw/palette';
import { themes } from '../browser/themes';

const black = { red: 0, green: 0, blue: 0, alpha: 1 };

describe('colours', () => {
  it('are read in every way a theme writes them', () => {
    assert.deepEqual(parseColour('#fff'), { red: 255, green: 255, blue: 255, alpha: 1 });
    assert.deepEqual(parseColour(' #3794FF '), { red: 55, green: 148, blue: 255, alpha: 1 });
    assert.equal(parseColour('#00000080')?.alpha.toFixed(2), '0.50');
    assert.deepEqual(parseColour('rgba(255, 0, 10, 0.7)'), { red: 255, green: 0, blue: 10, alpha: 0.7 });
    assert.deepEqual(parseColour('rgb(100% 0% 0% / 50%)'), { red: 255, green: 0, blue: 0, alpha: 0.5 });
    for (const text of ['', 'red', '#12', 'rgb(1, 2)', 'rgb(a, b, c)']) {
      assert.equal(parseColour(text), null);
    }
  });

  it('have the contrast that WCAG says', () => {
    const grey = parseColour('#767676');
    assert.ok(grey !== null);
    assert.equal(contrast(grey, { red: 255, green: 255, blue: 255, alpha: 1 }).toFixed(2), '4.54');
    assert.equal(contrast(black, { red: 255, green: 255, blue: 255, alpha: 1 }), 21);
  });
});

describe('the palette', () => {
  const names = Object.keys(themes) as (keyof typeof themes)[];
  for (const name of names) {
    it(`is legible in ${name}`, () => {
      const { kind, variables } = themes[name];
      const isLight = name.includes('light');
      const palette = paletteOf(
        (variable) => variables[variable] ?? '',
        isLight ? 'light' : 'dark',
        kind.includes('contrast'),
      );
      const { ground } = palette;
      for (const text of [palette.text, palette.dim, palette.link]) {
        assert.ok(contrast(text, ground) >= 4.5);
      }
      for (const state of [palette.running, palette.waiting, palette.ready, palette.blocked]) {
        assert.ok(contrast(state, ground) >= 3);
      }
    });
  }

  it('mends a theme whose colours vanish on its background', () => {
    const grey: Colour = { red: 128, green: 128, blue: 128, alpha: 1 };
    const { text, waiting, ground } = paletteOf(() => '#808080', 'dark', false);
    assert.deepEqual(ground, grey);
    assert.ok(contrast(text, ground) >= 4.5 && contrast(waiting, ground) >= 3);
  });

  it('falls back where a theme says nothing', () => {
    const { ground, running } = paletteOf(() => '', 'light', false);
    assert.deepEqual(ground, mixed(ground, { red: 255, green: 255, blue: 255, alpha: 1 }, 1));
    assert.ok(contrast(running, ground) >= 3);
  });
});
