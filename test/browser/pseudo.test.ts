import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { mistakeIds } from '../../src/core/mistakes/catalogue';
import { sectionFile } from '../../src/core/course/outline';
import { bundleFile, drawing, pseudo, pseudoExtension, pseudoLocale } from '../harness/pseudo';
import { openEditor, type EditorWindow } from './editor';
import { assertTranslated, iconNames, names } from './translated';

const kitchen = `import asyncio
import time


async def bake() -> None:
    time.sleep(0.3)


async def cook() -> None:
    bake()
    await asyncio.gather(asyncio.sleep(0.2), bake())


asyncio.run(cook())
`;

/** What is called so in the demo of 1.1. */
const ofDemo = ['demo.py', 'main', 'news', 'weather', 'stocks', 'order_report'];

/** What takes long is looked at on request. */
const sweep = process.env['ASYNC_TUTOR_SWEEP'] === '1' ? it : it.skip;

describe('the extension in another language', () => {
  const sentences = pseudo(bundleFile);
  const titles = pseudo('package.nls.json');
  let folder: string;
  let editor: EditorWindow;

  before(async () => {
    folder = pseudoExtension();
    const translated = (page: string) => path.join(folder, page.replace(/md$/, `${pseudoLocale}.md`));
    writeFileSync(translated(sectionFile('1.1', 'lesson.md')), '# Ŀḗḗşşǿǿƞ\n');
    for (const mistake of mistakeIds) {
      writeFileSync(translated(`walkthroughs/mistakes/${mistake}.md`), '# Ḿīşŧȧȧķḗḗ\n');
    }
    const own = sectionFile('1.1', `diagram.${pseudoLocale}.svg`);
    writeFileSync(
      path.join(folder, own),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 50"><text x="9" y="30">Ḓřȧȧẇīƞɠ</text></svg>',
    );
    const words = path.join(folder, `package.nls.${pseudoLocale}.json`);
    const written = JSON.parse(readFileSync(words, 'utf8')) as object;
    writeFileSync(words, JSON.stringify({ ...written, [`section.1.1${drawing}`]: own }));
    editor = await openEditor({
      extension: folder,
      locale: pseudoLocale,
      files: { 'kitchen.py': kitchen },
      settings: { 'asyncTutor.language': 'python', 'asyncTutor.run.clock': 'skip-idle' },
      environment: { ASYNC_TUTOR_OPEN_WALKTHROUGH: '1' },
    });
  });

  after(async () => {
    await editor.close();
    rmSync(folder, { recursive: true });
  });

  const said = (english: string) => sentences[english] ?? assert.fail(`Nobody says ${english}.`);
  const title = (key: string) => titles[key] ?? assert.fail(`Nobody says ${key}.`);
  const quickInput = () => editor.page.locator('.quick-input-widget:visible');
  const notices = () => editor.page.locator('.notifications-center .monaco-list-row');
  /** A button of a notification, once it is there; this host shows them in their centre alone. */
  const offered = async (button: string): Promise<Locator> => {
    await editor.command('Notifications: Show Notifications');
    const found = notices().getByRole('button', { name: button });
    await found.waitFor();
    return found;
  };
  const choose = (place: number) => quickInput().getByRole('option').nth(place).click();

  it('speaks it in the walkthrough', async () => {
    await assertTranslated(editor.page.locator('.getting-started-step'), { hidden: true, known: [] });
    await editor.webview('svg text:has-text("Ḓřȧȧẇīƞɠ")');
    await editor.screenshot('pseudo-walkthrough');
  });

  it('speaks it in the course’s tree', async () => {
    const activity = editor.page.locator('.activitybar').getByRole('tab', { name: title('view.container') });
    await activity.click();
    const rows = editor.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row');
    await assertTranslated(rows, { known: [] });
  });

  it('speaks it in the tour and the status bar', async () => {
    await editor.command(title('command.openDemo'));
    await quickInput().getByPlaceholder(said('Which demo would you like to open?')).waitFor();
    await assertTranslated(quickInput(), { known: [] });
    await choose(0);
    await assertTranslated(editor.page.locator('.review-widget'), { known: [] });
    await assertTranslated(editor.page.locator('.statusbar-item[id*="async-tutor"]'), { known: [] });
    await editor.screenshot('pseudo-tour');
    await editor.command(title('command.endTour'));
  });

  it('opens the lesson and the mistake’s page that somebody translated', async () => {
    await editor.command(title('command.openLesson'));
    await quickInput().getByPlaceholder(said('Which lesson would you like to read?')).waitFor();
    await choose(0);
    await editor.webview('h1:has-text("Ŀḗḗşşǿǿƞ")');
    await editor.command(title('command.explainMistake'));
    await quickInput().getByPlaceholder(said('Which mistake would you like explained?')).waitFor();
    await choose(0);
    await editor.webview('h1:has-text("Ḿīşŧȧȧķḗḗ")');
  });

  it('says in it what is wrong, why, and what helps', async () => {
    await editor.openFile('kitchen.py');
    await assertTranslated(editor.page.locator('.codelens-decoration'));
    const rows = await editor.problems(2);
    await assertTranslated(rows);
    await rows.first().locator('.monaco-link').click();
    await editor.webview('h1:has-text("Ḿīşŧȧȧķḗḗ")');
    await editor.openFile('kitchen.py');
    await rows.first().dblclick();
    await editor.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await assertTranslated(await editor.offers(said('Explain: {0}').slice(0, 5)));
    await editor.page.keyboard.press('Escape');
    await editor.command('Show or Focus Hover');
    const hover = editor.page
      .locator('.monaco-hover:visible')
      .filter({ hasText: said('Lesson {0}').slice(0, 5) });
    await assertTranslated(hover);
    await editor.screenshot('pseudo-hover');
    await editor.page.keyboard.press('Escape');
    await editor.page.keyboard.press('Escape');
  });

  it('tells in it how a run went', async () => {
    await editor.page.locator('.codelens-decoration a').first().click();
    const panel = await editor.webview('canvas');
    await panel.getByRole('button', { name: said('Run again') }).waitFor();
    await assertTranslated(panel.locator('body'), { hidden: true });
    await editor.screenshot('pseudo-panel');
  });

  it('asks in it, and concludes in it', async () => {
    await editor.command(title('command.runDemo'));
    await quickInput().getByPlaceholder(said('Which demo would you like to run?')).waitFor();
    await choose(0);
    await quickInput().getByText(said('Skip the question')).waitFor();
    await assertTranslated(quickInput(), { known: [] });
    await choose(0);
    await editor.command('Notifications: Show Notifications');
    await assertTranslated(notices(), { known: [] });
    await editor.screenshot('pseudo-notification');
  });

  sweep('changes one thing in it, and says what it keeps', async () => {
    const change = async () => {
      await editor.command(title('command.changeOneThing'));
      await quickInput()
        .getByPlaceholder(said('In which demo would you like to change one thing?'))
        .waitFor();
      await choose(0);
    };
    await change();
    await quickInput().getByText(said('Skip the question')).waitFor();
    await assertTranslated(quickInput(), { known: [] });
    await choose(0);
    await (await offered(said('Change It for Me and Run'))).click();
    await editor.page.locator('.tab.active[data-resource-name="demo.py"]').waitFor();
    await change();
    await (await offered(said('Start Over'))).click();
    await offered(said('Open It'));
    await assertTranslated(notices(), { known: ['demo.mine-1.py'] });
    await editor.command('Notifications: Clear All Notifications');
  });

  sweep('shares and compares in it', async () => {
    await editor.command(title('command.shareTimeline'));
    await quickInput().getByPlaceholder(said('Keep or share the timeline')).waitFor();
    await assertTranslated(quickInput(), { known: iconNames });
    await editor.screenshot('pseudo-share');
    await editor.page.keyboard.press('Escape');
    await editor.command(title('command.compareRuns'));
    await quickInput().getByRole('option').first().waitFor();
    await assertTranslated(quickInput(), { known: [...iconNames, 'demo.py', 'kitchen.py', 'AM', 'PM'] });
    await choose(0);
    const panel = await editor.webview('canvas');
    await panel.getByText(said('Run {0} · {1}').replace('{0}', '2').replace('{1}', 'demo.py')).waitFor();
    await assertTranslated(panel.locator('body'), { hidden: true, known: [...names, ...ofDemo] });
    await editor.screenshot('pseudo-compare');
  });

  sweep('checks the workspace in it', async () => {
    await editor.command(title('command.checkWorkspace'));
    await offered(said('Show Problems'));
    await assertTranslated(notices(), { known: [] });
    await editor.screenshot('pseudo-workspace');
    await editor.command('Notifications: Clear All Notifications');
  });

  sweep('asks in it what to forget', async () => {
    const dialog = editor.page.locator('.monaco-dialog-box');
    for (const button of [said('Forget One Part…'), said('Forget One Section…')]) {
      await editor.command(title('command.resetProgress'));
      await assertTranslated(dialog, { known: ['Cancel', 'Warning', 'Close', 'Dialog'] });
      await editor.screenshot('pseudo-reset');
      await dialog.getByRole('button', { name: button }).click();
      await quickInput().getByRole('option').first().waitFor();
      await assertTranslated(quickInput(), { known: [] });
      await editor.page.keyboard.press('Escape');
    }
  });

  sweep('describes its settings in it', async () => {
    await editor.command('Preferences: Open Settings (UI)');
    const settings = editor.page.locator('.settings-editor');
    await settings.locator('.settings-header .monaco-editor').click();
    await editor.page.keyboard.press('Control+A');
    await editor.page.keyboard.type('@ext:async-tutor.async-tutor');
    const words = settings.locator('.setting-item-description');
    await words.filter({ hasText: title('settings.language') }).waitFor();
    await words.filter({ hasText: 'font size' }).waitFor({ state: 'detached' });
    await assertTranslated(words, { known: [] });
    await editor.screenshot('pseudo-settings');
  });
});
