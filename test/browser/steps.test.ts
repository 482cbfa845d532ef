// Photographs every step of the course: ASYNC_TUTOR_SWEEP=1, for eyes, in one theme after another.
import { partIds, parts, sections } from '../../src/core/course/outline';
import { openEditor, type EditorWindow } from './editor';

const themes = { dark: 'Dark Modern', light: 'Light Modern', contrast: 'Dark High Contrast' };
const sweep = process.env['ASYNC_TUTOR_SWEEP'] === '1' ? describe : describe.skip;

sweep('the steps of the walkthroughs', function () {
  this.timeout(300_000);
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor();
  });

  after(() => editor.close());

  const pick = async (title: string): Promise<void> => {
    const picker = editor.page.locator('.quick-input-widget:visible');
    await picker.locator('input').fill(title);
    await picker.getByRole('option', { name: title }).first().click();
  };

  for (const [name, theme] of Object.entries(themes)) {
    for (const id of partIds) {
      it(`looks at ${id} in ${name}`, async () => {
        await editor.command('Preferences: Color Theme');
        await pick(theme);
        await editor.command('Welcome: Open Walkthrough...');
        await pick(`Async, Part ${id.replace('part-', '')}`);
        const titles = [
          ...parts[id].sections.map((section) => `${section} ${sections[section].title}`),
          ...parts[id].closing.map(({ title }) => title),
        ];
        for (const [index, title] of titles.entries()) {
          const step = editor.page.locator('.getting-started-step').filter({ hasText: title }).first();
          await step.waitFor();
          if (!(await step.getAttribute('class'))?.includes('expanded')) {
            await step.locator('.step-title').click();
          }
          await editor.page.waitForTimeout(900);
          await editor.screenshot(`step-${name}-${id}-${index + 1}`);
        }
      });
    }
  }
});
