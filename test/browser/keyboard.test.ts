// The course by keyboard alone, in a window without a folder: a slice of it; with ASYNC_TUTOR_SWEEP=1 from its first step to its last, in both languages.
import assert from 'node:assert/strict';
import { parts, predictionOf, sectionIds, sections, type SectionId } from '../../src/core/course/outline';
import type { Language } from '../../src/core/language';
import { openEditor, type EditorWindow } from './editor';
import { Hands } from './hands';

const sweep = process.env['ASYNC_TUTOR_SWEEP'] === '1';
const walks: Readonly<Partial<Record<Language, readonly SectionId[]>>> = sweep
  ? { python: sectionIds, typescript: sectionIds }
  : { python: ['1.2'] };

for (const [language, walked] of Object.entries(walks) as [Language, readonly SectionId[]][]) {
  describe(`the course by keyboard alone, in ${language}`, function () {
    this.timeout(180_000);
    let editor: EditorWindow;
    let hands: Hands;

    before(async () => {
      editor = await openEditor({
        noFolder: true,
        settings: { 'asyncTutor.language': language, 'asyncTutor.run.clock': 'skip-idle' },
      });
      hands = new Hands(editor.page);
    });

    after(() => editor.close());

    const step = (title: string) => editor.page.locator('.getting-started-step').filter({ hasText: title });
    const ticked = (title: string) =>
      step(title).locator('.codicon-getting-started-step-checked.complete').first();

    it('reads a lesson, and goes to the panel and back', async () => {
      await hands.command('Async Tutor: Read a Lesson');
      await hands.choose('1.2 What');
      await editor.webview('dfn');
      await hands.command('Async Tutor: Show the Timeline');
      const panel = await editor.webview('canvas');
      assert.ok(await panel.evaluate(() => document.hasFocus()));
    });

    for (const [index, id] of walked.entries()) {
      const { title, notes } = sections[id];

      it(`goes to ${id}`, async () => {
        if (index === 0) {
          await hands.command('Async Tutor: Open a Section');
          await hands.choose(`${id} ${title}`);
        } else {
          await hands.command('Async Tutor: Next Section');
        }
        await editor.page.locator('.getting-started-step.expanded').filter({ hasText: title }).waitFor();
      });

      it(`opens the demo of ${id}, and is led through it`, async () => {
        await hands.tabTo('Open the demo');
        await hands.press('Enter');
        for (const place of notes[language].keys()) {
          await hands.note(`Note ${place + 1} of ${notes[language].length}`);
          assert.deepEqual(await hands.covered(), []);
          await hands.press('Control+Alt+ArrowRight');
        }
        await editor.page.locator('.review-widget').waitFor({ state: 'detached' });
      });

      it(`predicts and runs ${id}`, async () => {
        const { question, choices, right } = predictionOf(sections[id], language);
        await hands.command('Async Tutor: Run a Demo');
        await hands.choose(`${id} ${title}`);
        await hands.asked(question);
        await hands.choose(choices[right] ?? '');
        await hands.notified('You predicted it.');
        await hands.tabTo('Back to the Course', '.notifications-center');
        await hands.press('Enter');
        await ticked(`${id} ${title}`).waitFor();
        await hands.command('Notifications: Clear All Notifications');
      });
    }

    if (walked.length === sectionIds.length) {
      it('ends where this leads', async () => {
        await hands.command('Async Tutor: Next Section');
        for (const { title } of parts['part-5'].closing) {
          await hands.tabTo(title);
          await hands.press('Enter');
          await editor.page.locator('.getting-started-step.expanded').filter({ hasText: title }).waitFor();
          await ticked(title).waitFor();
        }
      });
    }
  });
}
