import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, ensureChromium } from './chromium';
import { root } from './dependencies.mjs';
import { noise, startEditorHost, type EditorHostOptions } from './editor-host';

export interface HostRun extends EditorHostOptions {
  /** Folder of the extension under development. */
  extension: string;
  /** The built test index whose `run()` the extension host calls. */
  tests: string;
}

const mark = '[suite] ';

/** Longest that a suite inside the extension host may take, in milliseconds. */
const limit = 240_000;

/** Copies the folder that host suites work in to a temporary place, and says where. */
export function copyWorkspace(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'async-tutor-workspace-'));
  cpSync(path.join(root, 'test/host/fixtures/workspace'), folder, { recursive: true });
  return folder;
}

/** Runs a test index inside a real extension host, printing what it prints; resolves to whether `run()` resolved. */
export async function runInHost(options: HostRun): Promise<boolean> {
  const workspace = copyWorkspace();
  const host = await startEditorHost(options);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      print(args);
      if (type === 'error') {
        errors.push(...args.filter((arg) => typeof arg === 'string'));
      }
    });
    const exit = new Promise<number>((resolve, reject) => {
      void page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      setTimeout(reject, limit, new Error(`The suite did not end within ${limit / 1000} s.`)).unref();
    });
    await page.goto(host.url(workspace, options));
    const passed = (await exit) === 0;
    if (!passed) {
      console.error(errors.filter((error) => !noise.test(error)).join('\n'));
    }
    return passed;
  } finally {
    await browser.close();
    await host.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** Prints the suite's own lines, which test/host/index.ts marks, out of all that a window has to say. */
function print(args: unknown[]): void {
  const line = args.find((arg) => typeof arg === 'string' && arg.startsWith(mark));
  if (typeof line === 'string') {
    console.log(line.slice(mark.length));
  }
}
