import type { Locator } from 'playwright-core';
import { openEditor, type EditorWindow } from './editor';

describe('the course in a window', () => {
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor({ settings: { 'asyncTutor.language': 'python' } });
  });

  after(() => editor.close());

  const row = (text: string): Locator =>
    editor.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').filter({ hasText: text });
  const choose = async (label: string) => {
    await editor.page.locator('.quick-input-widget:visible').getByRole('option', { name: label }).click();
  };
  const note = (): Locator => editor.page.locator('.review-widget');

  it('shows its parts and sections in a view of its own', async () => {
    await editor.page.locator('.activitybar').getByRole('tab', { name: 'Async Tutor' }).click();
    await row('1.1 The waiting game').filter({ hasText: 'continue here' }).waitFor();
    await row('1.4 The restaurant').waitFor();
    await editor.screenshot('course-view');
  });

  it('opens the step of a section that is clicked', async () => {
    await row('1.2 What').click();
    const step = editor.page.locator('.getting-started-step.expanded');
    await step.filter({ hasText: '1.2 What' }).waitFor();
  });

  it('leads through a demo note by note', async () => {
    await editor.command('Async Tutor: Open a Demo');
    await choose('1.1 The waiting game');
    await note().getByText('Note 1 of 3').waitFor();
    await editor.screenshot('tour');
    await note().getByText('Next', { exact: false }).last().click();
    await note().getByText('Note 2 of 3').waitFor();
    await editor.page.keyboard.press('Control+Alt+ArrowRight');
    await note().getByText('Note 3 of 3').waitFor();
    await editor.page.locator('.statusbar').getByText('1.1 The waiting game').waitFor();
    await editor.page.keyboard.press('Control+Alt+ArrowLeft');
    await note().getByText('Note 2 of 3').waitFor();
    await editor.screenshot('tour-second');
    await editor.command('Async Tutor: Tour: End');
    await note().waitFor({ state: 'detached' });
  });

  it('changes one thing, predicts again and tells how it went', async () => {
    await editor.command('Async Tutor: Change One Thing in a Demo');
    await choose('1.1 The waiting game');
    await choose('3 seconds');
    await editor.command('Notifications: Show Notifications');
    await editor.page.getByRole('button', { name: 'Change It for Me and Run' }).click();
    const panel = await editor.webview('canvas');
    await panel.getByRole('button', { name: 'Run again' }).waitFor();
    await editor.command('Notifications: Show Notifications');
    const told = editor.page.locator('.notifications-center .monaco-list-row');
    await told.filter({ hasText: 'You predicted it.' }).waitFor();
    await editor.screenshot('change-one-thing');
    await editor.command('Notifications: Clear All Notifications');
  });

  it('explains the words of a lesson and of the code', async () => {
    await editor.command('Async Tutor: Read a Lesson');
    await choose('1.2 What');
    const lesson = await editor.webview('dfn');
    await lesson.locator('dfn[title*="nothing else until it comes back"]').first().waitFor();
    await editor.screenshot('lesson');
    const code = await editor.openFile('greeting.py');
    await code.getByText('await').first().hover();
    await editor.page.locator('.monaco-hover').getByText('the function is paused').waitFor();
    await editor.screenshot('glossary-hover');
    await editor.page.locator('.tab[data-resource-name="demo.py"]').click();
  });

  it('goes on to the other language', async () => {
    await editor.page.locator('.tab[data-resource-name="demo.py"]').click();
    await editor.command('Async Tutor: Show the Demos in the Other Language');
    await editor.page.locator('.tab.active[data-resource-name="demo.ts"]').waitFor();
  });
});
