import type { Locator, Page } from 'playwright-core';

/** Two hands on a keyboard: nothing here touches the mouse, or puts the focus where keys would not. */
export class Hands {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Runs a command from the palette by its full title. */
  async command(title: string): Promise<void> {
    await this.#open('F1', `>${title}`, title);
    await this.press('Enter');
  }

  /** Takes an entry of the list that is asked from, by the arrow keys; in a list too long to show it, its name is typed. */
  async choose(label: string): Promise<void> {
    await this.#entry(label)
      .waitFor({ timeout: 5000 })
      .catch(() => this.#page.keyboard.type(label));
    await this.#entry(label).waitFor();
    for (let steps = 0; steps < 40; steps++) {
      const focused = this.#list().locator('.monaco-list-row.focused');
      if ((await focused.innerText()).startsWith(label)) {
        await this.press('Enter');
        return;
      }
      await this.press('ArrowDown');
    }
    throw new Error(`No arrow key leads to ${label}.`);
  }

  /** Waits until a list asks a question. */
  async asked(question: string): Promise<void> {
    await this.#list()
      .locator(`input[placeholder*=${JSON.stringify(question)}]`)
      .waitFor();
  }

  /** Waits for a note of the tour. */
  async note(label: string): Promise<void> {
    await this.#page.locator('.review-widget').getByText(label, { exact: true }).waitFor();
  }

  /** Goes on by Tab to what has this name, in what a selector finds where one is given. */
  async tabTo(name: string, within = 'body'): Promise<void> {
    for (let steps = 0; steps < 80; steps++) {
      const found = await this.#page.evaluate(
        ([wanted, selector]) => {
          const focused = document.activeElement;
          const called = focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
          return called.trim().startsWith(wanted) && focused?.closest(selector) !== null;
        },
        [name, within] as const,
      );
      if (found) {
        return;
      }
      await this.press('Tab');
    }
    throw new Error(`Tab never comes to ${name}.`);
  }

  /** Opens the notifications, which this host does not show by themselves, once one says this. */
  async notified(text: string): Promise<void> {
    await this.command('Notifications: Show Notifications');
    await this.#page.locator('.notifications-center').getByText(text).first().waitFor();
  }

  /** Lines that a tour’s note covers although it speaks of them, or that are out of sight, once the editor has come to rest: none, if all is well. */
  async covered(): Promise<string[]> {
    for (let looks = 1; ; looks++) {
      const found = await this.#coveredNow();
      if (found.length === 0 || looks === 100) {
        return found;
      }
      await this.#page.waitForTimeout(100);
    }
  }

  async #coveredNow(): Promise<string[]> {
    const note = await this.#page.locator('.review-widget').first().boundingBox();
    const editor = await this.#page
      .locator('.editor-group-container.active .monaco-editor')
      .first()
      .boundingBox();
    const line = await this.#page
      .locator('.monaco-editor .view-overlays .current-line')
      .first()
      .boundingBox();
    if (note === null || editor === null || line === null) {
      return ['note, editor or line is not there'];
    }
    const inSight = line.y >= editor.y && line.y + line.height <= editor.y + editor.height;
    const apart = line.y + line.height <= note.y + 1 || note.y + note.height <= line.y + 1;
    return [...(inSight ? [] : ['the line is out of sight']), ...(apart ? [] : ['the note covers its line'])];
  }

  #list(): Locator {
    return this.#page.locator('.quick-input-widget:visible');
  }

  #entry(label: string): Locator {
    return this.#list().getByRole('option').filter({ hasText: label }).first();
  }

  /** What a command before moves the focus to closes a palette that was opened too soon after it: further looks. */
  async #open(key: string, text: string, entry: string): Promise<void> {
    const look = async (timeout: number) => {
      await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout });
      await this.press(key);
      await this.#list().locator('input').waitFor({ timeout });
      await this.press('Control+A');
      await this.#page.keyboard.type(text);
      await this.#list().locator('.monaco-list-row.focused').filter({ hasText: entry }).waitFor({ timeout });
    };
    for (const timeout of [2000, 8000]) {
      try {
        await look(timeout);
        return;
      } catch {
        await this.press('Escape');
      }
    }
    await look(45_000);
  }
}
