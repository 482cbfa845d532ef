// What the editor makes of our words in its own window: checked by all rules of axe-core, in our content alone.
import assert from 'node:assert/strict';
import { catalogue } from '../../src/core/mistakes/catalogue';
import { openEditor, type EditorWindow } from './editor';
import { violationsIn } from './axe';
import { wrongWords } from './drawing';

const themes =
  process.env['ASYNC_TUTOR_SWEEP'] === '1'
    ? ['Dark Modern', 'Light Modern', 'Default High Contrast', 'Default High Contrast Light']
    : ['Light Modern'];

for (const theme of themes) {
  describe(`our content in the window, in ${theme}`, () => {
    let editor: EditorWindow;

    before(async () => {
      editor = await openEditor({
        settings: { 'asyncTutor.language': 'python', 'workbench.colorTheme': theme },
      });
    });

    after(() => editor.close());

    const choose = async (label: string) => {
      await editor.page.locator('.quick-input-widget:visible').getByRole('option', { name: label }).click();
    };
    const picture = (name: string) => editor.screenshot(`content-${theme.replaceAll(' ', '-')}-${name}`);

    it('is right in the step and the drawing of a walkthrough', async () => {
      await editor.command('Async Tutor: Open the Course');
      const drawing = await editor.webview('svg');
      await picture('step');
      const step = '.getting-started-step.expanded .step-description-container';
      assert.deepEqual(await violationsIn(editor.page, step), []);
      // No script runs in this frame, so axe-core cannot; what it would ask of a picture is asked here.
      const svg = drawing.locator('svg[role="img"]');
      assert.match((await svg.locator('title').textContent()) ?? '', /\w/);
      await drawing.evaluate('globalThis.__name = (made) => made');
      assert.deepEqual(await wrongWords(drawing), []);
    });

    it('is right in a lesson with a table, code, a picture and explained words', async () => {
      for (const title of ['1.1 The', '3.2 Awaiting', '4.3 Order']) {
        await editor.command('Async Tutor: Read a Lesson');
        await choose(title);
        const lesson = await editor.webview(`h1:has-text("${title}")`);
        await lesson.locator('dfn').first().waitFor();
        await picture(`lesson-${title.slice(0, 3)}`);
        assert.deepEqual(await violationsIn(lesson, '.markdown-body'), []);
        await editor.command('View: Close All Editors');
      }
    });

    it('is right in a page of a mistake', async () => {
      await editor.command('Async Tutor: Explain a Mistake');
      await choose(catalogue['missing-await'].title);
      const page = await editor.webview('h1');
      await page.locator('dfn').first().waitFor();
      await picture('mistake');
      assert.deepEqual(await violationsIn(page, '.markdown-body'), []);
    });

    it('is right in a note of a tour, which opens no panel', async () => {
      await editor.command('Async Tutor: Open a Demo');
      await choose('1.1 The waiting game');
      await editor.page.locator('.review-widget').getByText('Note 1 of 3').waitFor();
      assert.equal(await editor.page.locator('.comments-panel').count(), 0);
      await picture('note');
      assert.deepEqual(await violationsIn(editor.page, '.review-widget .comment-body'), []);
      await editor.command('Async Tutor: Tour: End');
    });

    it('is right in the hover of a word', async () => {
      const code = await editor.openFile('greeting.py');
      await code.getByText('await').first().hover();
      const hover = editor.page.locator('.monaco-hover .hover-contents').filter({ hasText: 'paused' });
      await hover.first().waitFor();
      await picture('hover');
      assert.deepEqual(await violationsIn(editor.page, '.monaco-hover:not(.hidden) .hover-contents'), []);
    });

    it('names the rows of the view as they read', async () => {
      await editor.page.locator('.activitybar').getByRole('tab', { name: 'Async Tutor' }).click();
      const row = editor.page.locator('.monaco-list-row').filter({ hasText: '1.1 The waiting game' }).first();
      await row.waitFor();
      await picture('tree');
      const [title, description] = await Promise.all(
        ['.label-name', '.label-description'].map((part) => row.locator(part).innerText()),
      );
      assert.equal(await row.getAttribute('aria-label'), `${title} ${description}, not done`);
    });
  });
}
