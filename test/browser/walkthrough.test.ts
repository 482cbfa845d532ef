import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openEditor, type EditorWindow } from './editor';

describe('Part 1 in a window', () => {
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor({ environment: { ASYNC_TUTOR_OPEN_WALKTHROUGH: '1' } });
  });

  after(() => editor.close());

  const step = (title: string): Locator =>
    editor.page.locator('.getting-started-step').filter({ hasText: title });
  const ticked = (title: string): Locator =>
    step(title).locator('.codicon-getting-started-step-checked.complete');
  const choose = async (label: string) => {
    await editor.page.locator('.quick-input-widget:visible').getByRole('option', { name: label }).click();
  };
  /** This host shows no toasts; what the extension says stands in the notification centre. */
  const said = async (text: string): Promise<Locator> => {
    const panel = await editor.webview('canvas');
    await panel.getByRole('button', { name: 'Run again' }).waitFor();
    await editor.command('Notifications: Show Notifications');
    const message = editor.page.locator('.notifications-center .monaco-list-row').filter({ hasText: text });
    await message.waitFor();
    return message;
  };

  it('opens with its four steps, none of them done', async () => {
    await step('1.1 The waiting game').waitFor();
    await step('1.4 The restaurant').waitFor();
    assert.equal(await editor.page.locator('.codicon-getting-started-step-checked.complete').count(), 0);
    await editor.webview('svg');
    await editor.screenshot('walkthrough');
  });

  it('predicts and runs the waiting game in TypeScript', async () => {
    await editor.page.getByRole('button', { name: 'Predict and run' }).click();
    await choose('TypeScript');
    await choose('2 seconds');
    await editor.webview('canvas');
    await editor.page.waitForTimeout(3500);
    await editor.screenshot('waiting-game-running');
    await said('another way than you said');
    await editor.screenshot('waiting-game-done');
  });

  it('ticks the step then, and only that one', async () => {
    const verdict = await said('another way than you said');
    await verdict.getByRole('button', { name: 'Back to the Course' }).click();
    await ticked('1.1 The waiting game').waitFor();
    assert.equal(await ticked('1.2').count(), 0);
    await editor.screenshot('walkthrough-after');
  });

  it('runs the next demo in Python', async () => {
    await editor.command('Async Tutor: Choose the Language of the Demos');
    await choose('Python');
    await editor.page.waitForTimeout(1500); // the editor writes settings in its own time
    await step('1.2 What').click();
    await step('1.2 What').getByRole('button', { name: 'Predict and run' }).click();
    await choose('It stands still');
    await said('You predicted it');
    await editor.webview('text=Python · real clock');
    await editor.screenshot('blocking-done');
  });

  it('keeps what was done when the window is loaded anew', async () => {
    await editor.reload();
    await editor.command('Async Tutor: Open the Course');
    await ticked('1.1 The waiting game').waitFor();
    await ticked('1.2 What').waitFor();
  });

  it('keeps the answers as well, by language', async () => {
    await editor.command('Async Tutor: Predict What a Demo Will Do');
    await choose('1.2 What');
    const last = editor.page.getByRole('option').filter({ hasText: 'your last answer' });
    await last.filter({ hasText: 'It stands still' }).waitFor();
    await editor.page.keyboard.press('Escape');
  });

  it('forgets it on request', async () => {
    await editor.command('Async Tutor: Reset Progress');
    await editor.page.getByRole('button', { name: 'Forget Everything' }).click();
    await editor.page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
    await editor.screenshot('walkthrough-forgotten');
    await editor.command('View: Close All Editors');
    await editor.command('Async Tutor: Open the Course');
    await step('1.1 The waiting game').waitFor();
    await ticked('1.1 The waiting game').waitFor({ state: 'detached' });
    await ticked('1.2 What').waitFor({ state: 'detached' });
    await editor.screenshot('walkthrough-reset');
  });
});
