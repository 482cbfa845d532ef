import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { partIds, parts, sectionFile, sectionIds } from '../../../src/core/course/outline';
import { mistakeIds } from '../../../src/core/mistakes/catalogue';
import { openCoursePage, type CoursePage } from '../course-page';
import { wrongWords } from '../drawing';
import type { ThemeName } from '../themes';

const everyTheme: readonly ThemeName[] = ['dark', 'light', 'hc-dark', 'hc-light'];
/** Where pages are checked by all rules of axe-core: in every theme on request. */
const themesOfPages = process.env['ASYNC_TUTOR_SWEEP'] === '1' ? everyTheme : (['light'] as const);

describe('the pages of the course', () => {
  let view: CoursePage;

  before(async () => {
    view = await openCoursePage();
  });

  after(() => view.close());

  const pages = [
    ...sectionIds.map((id) => sectionFile(id, 'lesson.md')),
    ...partIds.flatMap((id) => parts[id].closing.map(({ page }) => page)),
    ...mistakeIds.map((id) => `walkthroughs/mistakes/${id}.md`),
  ];

  for (const theme of themesOfPages) {
    it(`can be read by everybody in ${theme}`, async () => {
      await view.wear(theme);
      const wrong: string[] = [];
      for (const page of pages) {
        await view.lesson(page);
        wrong.push(...(await view.violations()).map((violation) => `${page}: ${violation}`));
      }
      assert.deepEqual(wrong, []);
    });
  }

  for (const theme of everyTheme) {
    it(`have drawings whose words can be read in ${theme}`, async () => {
      await view.wear(theme);
      const wrong: string[] = [];
      for (const part of partIds) {
        await view.drawings(parts[part].sections.map((id) => sectionFile(id, 'diagram.svg')));
        await view.screenshot(`drawings-${part}-${theme}`);
        wrong.push(...(await wrongWords(view.page)), ...(await view.violations()));
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('have pictures whose words can be read in every theme', async () => {
    await view.wear(null);
    const pictures = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((.*\.svg)\)/g)].map(([, name = '']) =>
        path.posix.join(path.posix.dirname(page), name),
      ),
    );
    assert.ok(pictures.length >= 4, `${pictures.length} pictures`);
    await view.drawings(pictures);
    await view.screenshot('pictures');
    assert.deepEqual(await wrongWords(view.page), []);
  });
});
