import { openEditor, type EditorWindow } from './editor';

const themes = { dark: 'Dark Modern', 'high-contrast': 'Dark High Contrast' };

const kitchen = `import asyncio
import time


async def toast() -> str:
    time.sleep(0.3)
    return "toast"


async def tea() -> str:
    await asyncio.sleep(0.4)
    return "tea"


async def main() -> None:
    print(await asyncio.gather(tea(), toast(), tea()))


asyncio.run(main())
`;

describe('the editor in dark and high contrast', () => {
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor({
      files: { 'kitchen.py': kitchen },
      environment: { ASYNC_TUTOR_OPEN_WALKTHROUGH: '1' },
    });
    await editor.page.locator('.getting-started-step').first().waitFor();
  });

  after(() => editor.close());

  for (const [name, theme] of Object.entries(themes)) {
    it(`shows the walkthrough, a finding and its run in ${name}`, async () => {
      await editor.command('Preferences: Color Theme');
      const themePicker = editor.page.locator('.quick-input-widget:visible');
      await themePicker.locator('input').fill(theme);
      await themePicker.getByRole('option', { name: theme }).first().click();
      await editor.command('Async Tutor: Open the Course');
      await editor.webview('svg');
      await editor.page.waitForTimeout(700);
      await editor.screenshot(`looks-walkthrough-${name}`);

      const code = await editor.openFile('kitchen.py');
      const rows = await editor.problems(1, 'time.sleep');
      await code.locator('.squiggly-warning').first().waitFor();
      await rows.first().dblclick();
      await editor.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await editor.offers('asyncio.sleep');
      await editor.screenshot(`looks-lightbulb-${name}`);
      await editor.page.keyboard.press('Escape');

      await editor.command('Async Tutor: Run with Timeline');
      const panel = await editor.webview('canvas');
      await panel.getByRole('button', { name: 'Run again' }).waitFor();
      await editor.screenshot(`looks-panel-${name}`);
      await editor.command('View: Close All Editors');
      await editor.command('View: Hide Panel');
    });
  }
});
