import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { reporters } from 'mocha';

/** Mocha's usual report for people, and its counts as JSON in the file that SUITE_RESULT names, if any. */
export default class SuiteReporter extends reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const file = process.env['SUITE_RESULT'];
    runner.once('end', () => {
      if (file) {
        const { passes, failures, pending } = this.stats;
        writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
      }
    });
  }
}
