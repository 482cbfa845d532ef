import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { chromiumFlags, ensureChromium } from '../harness/chromium';

let browser: Promise<Browser> | undefined;

after(async () => {
  await (await browser)?.close();
});

/** A context of its own, with nothing left over from any other test, in the one browser of all tests. */
export async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  const context = await (await browser).newContext(options);
  // tsx names the functions that it compiles by a helper, which they miss once they are sent to a page.
  await context.addInitScript('globalThis.__name = (made) => made');
  return context;
}
