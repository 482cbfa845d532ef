import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AnalysisClient, type AnalysisOptions } from '../../src/platform/analysis/client';

/** A worker that does what the text says: answers with nothing found, answers late, crashes, hangs or has a problem. */
const script = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, asked: { document } }) => {
  const answer = { id, answer: { findings: [], unknown: [] } };
  const does = {
    fine: () => parentPort.postMessage(answer),
    late: () => setTimeout(() => parentPort.postMessage(answer), 50),
    crash: () => { throw new Error('out of order'); },
    hang: () => { for (;;); },
    problem: () => parentPort.postMessage({ id, problem: 'no idea' }),
  };
  does[document.text]();
});
`;

const nothing = { findings: [], unknown: [] };

describe('the client of the analysis worker', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'async-tutor-client-'));
  const file = path.join(folder, 'worker.cjs');
  const problems: Parameters<AnalysisOptions['onProblem']>[0][] = [];
  let client: AnalysisClient;

  before(() => {
    writeFileSync(file, script);
  });

  beforeEach(() => {
    problems.length = 0;
    client = new AnalysisClient({
      script: file,
      patienceMs: 1000,
      onProblem: (problem) => {
        problems.push(problem);
      },
    });
  });

  afterEach(() => client.dispose());

  after(() => {
    rmSync(folder, { recursive: true });
  });

  const check = (path: string, text: string) => client.review({ path, language: 'python', text });

  it('answers with the findings', async () => {
    assert.deepEqual(await check('a.py', 'fine'), nothing);
    assert.deepEqual(problems, []);
  });

  it('drops a text that a newer one replaced while it waited', async () => {
    const busy = check('a.py', 'late');
    const stale = check('b.py', 'late');
    const fresh = check('b.py', 'fine');
    assert.deepEqual(await Promise.all([busy, stale, fresh]), [nothing, undefined, nothing]);
  });

  for (const [what, reason] of [
    ['crash', /out of order/],
    ['hang', /longer than 1 s/],
  ] as const) {
    it(`goes on with a new worker after a ${what}`, async () => {
      const [bad, good] = await Promise.all([check('a.py', what), check('b.py', 'fine')]);
      assert.deepEqual([bad, good], [undefined, nothing]);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.crashed, true);
      assert.match(problems[0].reason, reason);
    });
  }

  it('reports a document that the worker could not check', async () => {
    assert.equal(await check('a.py', 'problem'), undefined);
    assert.deepEqual(problems, [{ path: 'a.py', reason: 'no idea', crashed: false }]);
  });
});
