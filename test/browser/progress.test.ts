// Whatever is done, forgotten or ticked by hand, in one window or two: the walkthrough and the view say the same. On request.
import type { Locator, Page } from 'playwright-core';
import { openEditor, type EditorWindow } from './editor';

const sweep = process.env['ASYNC_TUTOR_SWEEP'] === '1' ? describe : describe.skip;

sweep('progress in the walkthrough and in the view', () => {
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor({
      settings: { 'asyncTutor.language': 'python', 'asyncTutor.run.clock': 'skip-idle' },
      environment: { ASYNC_TUTOR_OPEN_WALKTHROUGH: '1' },
    });
    await openView(editor.page);
  });

  after(() => editor.close());

  const openView = (page: Page) =>
    page.locator('.activitybar').getByRole('tab', { name: 'Async Tutor' }).click();
  const steps = (page: Page) => page.locator('.getting-started-step');
  const tick = (title: string, page = editor.page): Locator =>
    steps(page).filter({ hasText: title }).locator('.codicon[data-done-step-id]');
  const row = (title: string, page = editor.page): Locator =>
    page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').filter({ hasText: title });
  const listed = (title: string, done: boolean, page = editor.page) =>
    row(title, page)
      .and(page.locator(done ? '[aria-label$=", done"]' : '[aria-label$="not done"]'))
      .waitFor();
  /** Waits until both say that a section is done, or that it is not. */
  const both = async (title: string, done: boolean, page = editor.page) => {
    await tick(title, page)
      .and(page.locator(`[aria-checked="${done}"]`))
      .waitFor();
    await listed(title, done, page);
  };
  const choose = async (label: string) => {
    await editor.page.locator('.quick-input-widget:visible').getByRole('option', { name: label }).click();
  };
  const run = async (section: string) => {
    await editor.command('Async Tutor: Run a Demo');
    await choose(section);
    await choose('Skip the question');
    await listed(section, true);
  };
  const forget = async (what: string) => {
    await editor.command('Async Tutor: Reset Progress');
    await editor.page.getByRole('button', { name: what }).click();
  };

  it('is done when the question was skipped, which is then answered', async () => {
    await run('1.1 The waiting game');
    await editor.command('Notifications: Show Notifications');
    const told = editor.page.locator('.notifications-center .monaco-list-row');
    await told.filter({ hasText: 'The answer to the question is “6 seconds”.' }).waitFor();
    await editor.screenshot('skipped');
    await told.getByRole('button', { name: 'Back to the Course' }).click();
    await both('1.1 The waiting game', true);
    await both('1.2 What', false);
  });

  it('is not what was ticked by hand, once the walkthrough is looked at again', async () => {
    await tick('1.2 What').click();
    await tick('1.1 The waiting game').click();
    await editor.openFile('greeting.py');
    await editor.page.locator('.tab').filter({ hasText: 'Welcome' }).click();
    await both('1.2 What', false);
    await both('1.1 The waiting game', true);
  });

  it('is not what was ticked by hand before the window was loaded anew', async () => {
    await tick('1.3 I/O').click();
    await tick('1.3 I/O').and(editor.page.locator('[aria-checked="true"]')).waitFor();
    await editor.page.reload();
    await row('1.1 The waiting game').click();
    await both('1.1 The waiting game', true);
    await both('1.3 I/O', false);
  });

  it('is forgotten from the menu of a section in the view, and done again', async () => {
    await row('1.1 The waiting game').click({ button: 'right' });
    await editor.page.getByRole('menuitem', { name: 'Reset Progress' }).click();
    await both('1.1 The waiting game', false);
    await run('1.1 The waiting game');
    await row('1.1 The waiting game').click();
    await both('1.1 The waiting game', true);
  });

  it('is forgotten by section, by part, and as a whole', async () => {
    await run('1.4 The restaurant');
    await row('1.1 The waiting game').click();
    await forget('Forget One Section…');
    await choose('1.1 The waiting game');
    await both('1.1 The waiting game', false);
    await both('1.4 The restaurant', true);
    await forget('Forget One Part…');
    await choose('Part 2');
    await both('1.4 The restaurant', true);
    await forget('Forget One Part…');
    await choose('Part 1');
    await both('1.4 The restaurant', false);
  });

  it('is the same in two windows, whichever runs and whichever forgets', async () => {
    const other = await editor.page.context().newPage();
    await other.goto(editor.page.url());
    await openView(other);
    await row('1.2 What', other).click();
    await both('1.2 What', false, other);
    await editor.page.bringToFront();
    await run('1.2 What');
    await row('1.2 What').click();
    await both('1.2 What', true);
    await other.bringToFront();
    await both('1.2 What', true, other);
    await row('1.2 What', other).click({ button: 'right' });
    await other.getByRole('menuitem', { name: 'Reset Progress' }).click();
    await both('1.2 What', false, other);
    await editor.page.bringToFront();
    await both('1.2 What', false);
    await other.close();
  });
});
