// What recording costs a Node program, against the plain run and one that async_hooks watches.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { configEnvironment } from '../../../src/core/run/node/config';
import { goalOf, leastCosts, type Cost, type Measured } from './cost';

const sleep = 'const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));';

const programs = {
  '100,000 awaits of a value': 'async function main() { for (let i = 0; i < 100_000; i++) await i; }',
  '100,000 awaits of a call': `async function step(i) { return i; }
async function main() { for (let i = 0; i < 100_000; i++) await step(i); }`,
  '100,000 awaits of a timer': `${sleep}
async function task() { for (let i = 0; i < 100; i++) await sleep(1); }
const main = () => Promise.all(Array.from({ length: 1000 }, task));`,
  '1,000 tasks that fetch, parse and save': `${sleep}
const { readFile } = require('node:fs/promises');
async function fetchPage(id) {
  await sleep(5 + ((id * 7) % 40));
  return JSON.stringify({ links: Array.from({ length: 50 }, (_, i) => ({ i, href: '/page/' + ((id * 31 + i) % 1000) })) });
}
async function parse(text) { return JSON.parse(text).links.filter(({ i }) => i % 3 === 0).map(({ href }) => href); }
async function save(links) { const own = await readFile(__filename, 'utf8'); await sleep(3); return own.length + links.length; }
async function task(id) { const links = await parse(await fetchPage(id)); for (let i = 0; i < 3; i++) await save(links); }
async function main() {
  let next = 0;
  await Promise.all(Array.from({ length: 50 }, async () => { while (next < 1000) await task(next++); }));
}`,
} as const;

/** Reports how long the body took, and what processor time the process has had in all, both in milliseconds. */
const reporting = `
const began = process.hrtime.bigint();
main().then(() => {
  const body = Number(process.hrtime.bigint() - began) / 1e6;
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ body, processor: (user + system) / 1000 }));
});
`;

const watcher = `const events = [], now = performance.now.bind(performance);
require('node:async_hooks').createHook({
  init: (id, type, trigger) => events.push('init', id, type, trigger, now()),
  before: (id) => events.push('before', id, now()),
  after: (id) => events.push('after', id, now()),
  promiseResolve: (id) => events.push('resolve', id, now()),
}).enable();
`;

const ways = ['plain', 'recorded', 'async_hooks'] as const;
type Way = (typeof ways)[number];

function cost(way: Way, file: string, watching: string): Cost {
  const register = path.resolve('dist/recorder/node/register.js');
  const before: Readonly<Record<Way, readonly string[]>> = {
    plain: [],
    recorded: ['--require', register],
    async_hooks: ['--require', watching],
  };
  const env = configEnvironment({ clock: 'real', roots: [path.dirname(file)], traceBytes: 1e9, token: '' });
  const { stdout } = spawnSync(process.execPath, [...before[way], file], {
    env: { ...process.env, ...(way === 'recorded' ? env : {}) },
    stdio: ['ignore', 'pipe', 'inherit', openSync(devNull, 'w')],
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as Cost;
}

/** What each program costs, as it is, under the recorder, and when async_hooks watches it. */
export function* measured(): Generator<Measured> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'recorders-')));
  const watching = path.join(folder, 'watcher.cjs');
  writeFileSync(watching, watcher);
  for (const [program, source] of Object.entries(programs)) {
    const file = path.join(folder, 'program.cjs');
    writeFileSync(file, source + reporting);
    const costs = leastCosts(ways, (way) => cost(way, file, watching));
    yield { program, goal: goalOf(program, 4), costs };
  }
  rmSync(folder, { recursive: true });
}
