import { resolve } from 'node:path';
import { assertAsMeasured, type Measured } from '../measured';
import { onEachPython, runRecorded, traceFrom } from './recorded';

const program = resolve('test/core/run/python/fixtures/truth/measured.py');

describe('What a Python program measures of itself', function () {
  this.timeout(120_000);
  onEachPython((python) => {
    it('is what the trace shows, within 5 ms or 2 %', async () => {
      await assertAsMeasured(async () => {
        const recorded = await runRecorded(program, { python });
        return { trace: traceFrom(recorded, program), measured: JSON.parse(recorded.stdout) as Measured[] };
      }, ['hog', 'cook']);
    });
  });
});
