import assert from 'node:assert/strict';
import { openEditor, type EditorWindow } from './editor';

const program = `import asyncio
import time


async def bake(dish: str) -> str:
    time.sleep(0.5)
    return dish


async def cook() -> None:
    bake("lasagne")
    await asyncio.sleep(0.1)


asyncio.run(cook())
`;

/** More files than one worker checks at a glance. */
const many = Object.fromEntries(
  Array.from({ length: 300 }, (_, place) => [`many/f${place}.py`, `${program}\n# ${place}\n`]),
);

const themes = { dark: 'Dark Modern', 'high-contrast': 'Dark High Contrast' };

describe('a finding in a window', () => {
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor({ files: { 'oven.py': program, ...many } });
  });

  after(() => editor.close());

  /** Opens the program with the cursor on the call that nobody awaits, and its hover. */
  const explain = async () => {
    await editor.openFile('oven.py');
    await editor.page.locator('.squiggly-warning').first().waitFor();
    await editor.page.keyboard.press('Control+G');
    await editor.page.keyboard.type('11:6');
    await editor.page.keyboard.press('Enter');
    await editor.command('Show or Focus Hover');
    return hover().getByText('Show me on a timeline');
  };
  const hover = () => editor.page.locator('.monaco-hover:visible').filter({ hasText: 'In the restaurant' });

  for (const [name, theme] of Object.entries(themes)) {
    it(`explains itself under the pointer, and offers what to do, in ${theme}`, async () => {
      await editor.command('Preferences: Color Theme');
      const picker = editor.page.locator('.quick-input-widget:visible');
      await picker.locator('input').fill(theme);
      await picker.getByRole('option', { name: theme }).first().click();
      await (await explain()).waitFor();
      await editor.screenshot(`hover-${name}`);
      await editor.page.keyboard.press('Escape');
      await editor.page.keyboard.press('Escape');
      await editor.offers('Ignore');
      await editor.screenshot(`offers-${name}`);
      await editor.page.keyboard.press('Escape');
    });
  }

  it('shows itself on a timeline', async () => {
    await (await explain()).click();
    const panel = await editor.webview('canvas');
    await panel.getByText('missing-await.py').first().waitFor();
    await panel.getByRole('button', { name: 'Run again' }).waitFor();
    await editor.screenshot('shown-on-a-timeline');
  });

  it('comes up for every file of the workspace, by command, until told to stop', async () => {
    await editor.command('Async Tutor: Check the Workspace for Async Mistakes');
    await editor.problems(1, 'time.sleep');
    await editor.command('Notifications: Show Notifications');
    const progress = editor.page.locator('.notifications-center').getByText('Looking for async mistakes');
    await progress.waitFor();
    await editor.screenshot('check-workspace');
    await editor.page.getByRole('button', { name: 'Cancel' }).click();
    const report = editor.page.getByText(/async mistakes were found in \d+ files/).first();
    const [, files] = /in (\d+) files/.exec((await report.textContent()) ?? '') ?? [];
    assert.ok(Number(files) < Object.keys(many).length, `${files ?? 'no'} files`);
    await editor.screenshot('check-workspace-cancelled');
  });
});
