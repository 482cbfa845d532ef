import type { Frame } from 'playwright-core';
import { openEditor, type EditorWindow } from './editor';

const files = {
  'soup.js':
    'async function soup() {\n  await new Promise((done) => setTimeout(done, 300));\n}\nawait soup();\n',
  'reports.py': `import asyncio
import time


async def weather():
    time.sleep(1)


async def news():
    time.sleep(1)


async def main():
    await asyncio.gather(weather(), news())


asyncio.run(main())
`,
  'forever.js': 'setInterval(() => {}, 1000);\n',
};

describe('the timeline in a window', () => {
  let editor: EditorWindow;

  before(async () => {
    editor = await openEditor({ files });
  });

  after(() => editor.close());

  const tab = (title: string) => editor.page.locator('.tab').filter({ hasText: title });
  /** Beside the panel, wherever the focus was. */
  const open = async (name: string) => {
    await editor.command('View: Focus First Editor Group');
    return editor.openFile(name);
  };
  const run = async (name: string): Promise<Frame> => {
    await open(name);
    await editor.command('Async Tutor: Run with Timeline');
    const panel = await editor.webview('.app');
    await panel.getByRole('heading', { name }).waitFor();
    return panel;
  };

  /** Unlike a reload of the page, this lets the window write down what is open. */
  const reload = async () => {
    const loaded = editor.page.waitForEvent('load');
    await editor.command('Developer: Reload Window');
    await loaded;
    await editor.page.locator('.monaco-workbench .statusbar').waitFor();
  };

  /** Waits until so many lines end with the note; the editor draws it as generated content. */
  const notes = async (count: number) => {
    await editor.page.waitForFunction((wanted) => {
      const spans = [...document.querySelectorAll('.view-line span')];
      const texts = spans.map((span) => getComputedStyle(span, '::after').content.replaceAll('\u00a0', ' '));
      return texts.filter((text) => /blocked everybody for \d/.test(text)).length === wanted;
    }, count);
  };

  it('shows at line ends what a run did there, runs its fixed version, and compares', async () => {
    const panel = await run('reports.py');
    await panel.getByText('What the run shows').waitFor();
    await notes(2);
    await editor.screenshot('timeline-line-notes');
    await panel.getByRole('button', { name: 'Run the fixed version' }).first().click();
    await panel.getByText(/\d s saved/).waitFor();
    await panel.getByRole('heading', { name: 'Run 2 · reports.py, fixed' }).waitFor();
    await editor.screenshot('timeline-fixed');
  });

  it('lets notes go with their line, and all of them on request', async () => {
    const text = await open('reports.py');
    await text.click();
    await editor.page.keyboard.press('Control+G');
    await editor.page.keyboard.type('6');
    await editor.page.keyboard.press('Enter');
    await editor.page.keyboard.press('End');
    await editor.page.keyboard.type('  #');
    await notes(1);
    await editor.page.keyboard.press('Control+S');
    await editor.command('Async Tutor: Dismiss the Notes at Line Ends');
    await notes(0);
  });

  it('comes back after a reload with the run that it showed, which still leads to its own file', async () => {
    const panel = await run('soup.js');
    await panel.getByRole('button', { name: 'Run again' }).waitFor();
    await open('forever.js');
    await reload();
    await tab('Timeline: soup.js').waitFor();
    const restored = await editor.webview('.app[data-phase="finished"]');
    await restored.getByRole('heading', { name: 'soup.js' }).waitFor();
    await restored.getByRole('rowheader', { name: /soup/ }).last().click();
    await editor.page.locator('.tab.active[data-resource-name="soup.js"]').waitFor();
  });

  it('never shows an earlier run under a later title', async () => {
    const panel = await run('forever.js');
    await panel.getByRole('button', { name: 'Stop' }).waitFor();
    await reload();
    const restored = await editor.webview('.app');
    await restored.getByRole('heading', { name: 'Run a program to see its timeline' }).waitFor();
    await tab('Timeline').waitFor();
    await tab('Timeline:').waitFor({ state: 'detached' });
  });
});
