import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import SuiteReporter from '../harness/reporter.mjs';

/** Tells the suite's own lines from all that an extension host has to say. */
const mark = '[suite] ';

/** Runs every built test file beside this one inside the extension host; rejects when a test failed. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) {
      console.log(mark + line);
    }
  };
  const mocha = new Mocha({ timeout: 60_000, forbidOnly: true, color: false, reporter: SuiteReporter });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.test.js')) {
      mocha.addFile(path.join(__dirname, file));
    }
  }
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) {
    throw new Error(`${failures} failed.`);
  }
}
