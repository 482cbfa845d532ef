// The course by mouse: the end of Part 1 and the way into Part 2; with ASYNC_TUTOR_SWEEP=1 from its first step to its last, in both languages.
import assert from 'node:assert/strict';
import {
  parts,
  partIds,
  predictionOf,
  sectionIds,
  sections,
  type SectionId,
} from '../../src/core/course/outline';
import type { Language } from '../../src/core/language';
import { openEditor, type EditorWindow } from './editor';
import { Hands } from './hands';

const sweep = process.env['ASYNC_TUTOR_SWEEP'] === '1';
const walks: Readonly<Partial<Record<Language, readonly SectionId[]>>> = sweep
  ? { python: sectionIds, typescript: sectionIds }
  : { typescript: ['1.4'] };

for (const [language, walked] of Object.entries(walks) as [Language, readonly SectionId[]][]) {
  describe(`the course by mouse, in ${language}`, function () {
    this.timeout(180_000);
    let editor: EditorWindow;

    before(async () => {
      editor = await openEditor({
        settings: { 'asyncTutor.language': language, 'asyncTutor.run.clock': 'skip-idle' },
      });
    });

    after(() => editor.close());

    const step = (title: string) =>
      editor.page
        .locator('.getting-started-step')
        .filter({ has: editor.page.getByText(title, { exact: true }) });
    const ticked = (title: string) =>
      step(title).locator('.codicon-getting-started-step-checked.complete').first();
    const open = async (title: string) => {
      await step(title).locator('.step-title').click();
      await expanded(title).waitFor();
    };
    const expanded = (title: string) => editor.page.locator('.expanded').and(step(title));
    const row = (id: SectionId) =>
      editor.page
        .locator('.tree-explorer-viewlet-tree-view .monaco-list-row')
        .filter({ hasText: `${id} ${sections[id].title}` });
    const note = () => editor.page.locator('.review-widget');
    const notices = () => editor.page.locator('.notifications-center');
    /** The bell opens the notifications, which this host does not show by themselves, or closes them where they are open. */
    const told = async (text: string) => {
      const message = notices().getByText(text).first();
      while (!(await message.isVisible())) {
        await editor.page.locator('.statusbar-item[id="status.notifications"]').click();
        await message.waitFor({ timeout: 2000 }).catch(() => undefined);
      }
    };

    it('goes from the view to the first step', async () => {
      const first = walked[0] ?? assert.fail('Nothing is walked.');
      await editor.page.locator('.activitybar').getByRole('tab', { name: 'Async Tutor' }).click();
      await row(first).click();
      await expanded(`${first} ${sections[first].title}`).waitFor();
    });

    for (const id of walked) {
      const { title, notes, part } = sections[id];
      const { choices, right } = predictionOf(sections[id], language);

      it(`opens the demo of ${id}, and is led through it`, async () => {
        await open(`${id} ${title}`);
        await expanded(`${id} ${title}`).getByRole('button', { name: 'Open the demo' }).click();
        for (const place of notes[language].keys()) {
          await note()
            .getByText(`Note ${place + 1} of ${notes[language].length}`, { exact: true })
            .waitFor();
          assert.deepEqual(await new Hands(editor.page).covered(), []);
          const isLast = place === notes[language].length - 1;
          await note()
            .getByRole('link', { name: isLast ? 'Predict and run' : 'Next' })
            .click();
        }
      });

      it(`predicts and runs ${id}`, async () => {
        await editor.page
          .locator('.quick-input-widget:visible')
          .getByRole('option', { name: choices[right] ?? '' })
          .first()
          .click();
        await row(id).and(editor.page.locator('[aria-label$=", done"]')).waitFor();
        await told('You predicted it.');
        await notices().getByRole('button', { name: 'Back to the Course' }).first().click();
        await ticked(`${id} ${title}`).waitFor();
      });

      if (id === parts[part].sections.at(-1)) {
        it(`goes through the end of ${part}`, async () => {
          const { closing } = parts[part];
          for (const one of closing) {
            await open(one.title);
            if (walked.length === sectionIds.length) {
              await ticked(one.title).waitFor();
            }
            if (one.next !== null) {
              const name = `Part ${partIds.indexOf(one.next) + 1}: ${parts[one.next].title}`;
              await expanded(one.title).getByRole('button', { name }).click();
              const [first = '1.1'] = parts[one.next].sections;
              await expanded(`${first} ${sections[first].title}`).waitFor();
            }
          }
        });
      }
    }
  });
}
