import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Reader } from './reader';
import { assertSame, folderWith, nodes, runPlain, runRecorded } from './recorded';
import { everySyntax } from './syntax';

const throwing = `const rest = () => new Promise((resolve) => setTimeout(resolve, 5));
async function inner() {
  await rest();
  throw new TypeError('no more eggs');
}
async function outer() {
  await inner();
}
`;

const programs = {
  'uncaught.js': `${throwing}outer();\n`,
  'callback.js': 'setTimeout(function late() { null.x; }, 5);\n',
  'top.js':
    "'use strict'; process.on('exit', (code) => console.log('leaving', code));\nthrow new RangeError('top');\n",
  'caught.js': `${throwing}outer().catch((error) => console.log(error.stack.split('\\n').slice(0, 3).join('|')));\n`,
  'exit.js':
    "process.on('exit', () => console.log('bye'));\n(async () => { await null; console.log('out'); process.exit(3); })();\nsetTimeout(() => {}, 1e6);\n",
  'code.js': 'process.exitCode = 4; (async () => { await null; })();\n',
  'handled.js':
    "process.on('unhandledRejection', (e) => console.log('seen', e)); process.on('rejectionHandled', () => console.log('late'));\nconst p = (async () => { throw 1; })(); setTimeout(() => p.catch(() => console.log('caught')), 5);\n",
  'uncaught-handled.js':
    "process.on('uncaughtException', (e, origin) => console.log(e.message, origin));\n(async () => { throw new Error('x'); })(); setTimeout(() => { throw new Error('y'); }, 2);\n",
  'unsettled.mjs': 'console.log(1);\nawait new Promise(() => {});\n',
  'syntax.js': 'console.log(1);\nasync function f() { await }\n',
  'redeclared.js': 'console.log(1);\nasync function f(data) { const data = await 1; return data; }\nf(2);\n',
  'redeclared.mjs': 'console.log(1);\nsetTimeout((n) => { let n = 1; console.log(n); }, 1);\n',
  'twice.js': 'async function f() { await 1; const x = 1; const x = 2; }\nf();\n',
  'twice.mjs': "import fs from 'node:fs'; export default async () => { await fs; }; const fs = 1;\n",
  'private.mjs': 'export class A { async go() { await 1; return this.#gone; } }\nawait new A().go();\n',
  'regex.js': "async function f() { await 1; return /(/.test('a'); }\nf();\n",
  'worded.mjs': `import fs from 'node:fs';
const none = async () => undefined, kitchen = { orders: async () => [1] }, shop = {};
const wording = async (work) => { try { await work(); } catch (error) { console.log(error.message, error.stack.split(/\\n| at /)[0]); } };
await wording(async () => { const { dish } = await none(); });
await wording(async () => { const [first] = await none(); });
await wording(async () => { (await kitchen.orders()).each(); });
await wording(async () => { for (const one of await none()) one; });
await wording(async () => { try { (await none())(); } catch (error) { console.log(error.message); throw error; } });
await wording(async () => { for await (const order of kitchen.orders()) order; });
await wording(async () => { for await (const order of kitchen.orders) order; });
await wording(async () => { for await (const order of shop) order; });
await wording(async () => { fs.readFileSync(import.meta.filename ?? import.meta.url.slice(7)).split(''); });
await wording(async () => { none().then(() => 1).nope(); });
const { dish } = await none();
`,
  'source.js':
    'const o = { a: async () => typeof this, b: 1 }; console.log(String(o.a), [async () => 1].join());\n',
  'proxy.js': `const seen = [];
const members = new Proxy([1, 2], { get: (target, key) => (seen.push(String(key)), Reflect.get(target, key)) });
Promise.all(members).then((all) => console.log(all, seen));
`,
  'streams.js':
    "console.log('a'); console.error('b'); process.stdout.write('c'); process.stdout.write(Buffer.from('d\\n')); console.table([{ a: 1 }]); console.log(typeof process.stdout.write, process.stdout.fd);\n",
  'seen.js': `console.log(process.argv.slice(2), process.execArgv, Object.keys(process.env).filter((key) => /TUTOR/.test(key)));
console.log(Reflect.ownKeys(globalThis).filter((key) => /tutor/i.test(String(key))), Object.keys(require.cache).length);
console.log(process.listenerCount('exit'), process.listenerCount('uncaughtException'), Object.keys(process).includes('emit'));
async function named(a, b = 1, c) {} console.log(named.length, named.name, (async (x, y) => x).length, String(setTimeout), String(Promise.all));
(async () => console.log(Object.keys(named()), require('node:util').inspect(named())))();
`,
  'order.js':
    "setImmediate(() => console.log('immediate')); process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('micro')); queueMicrotask(() => console.log('micro 2'));\n(async () => { console.log('sync'); await null; console.log('awaited'); })(); console.log('end');\n",
  'module/package.json': '{"type":"module"}',
  'module/main.js':
    "import { later } from './later.js'; import data from './old.cjs';\nconsole.log(await later(), data.value, import.meta.url.endsWith('main.js'));\nconst again = await import('./later.js'); console.log(again.later === later);\n",
  'module/later.js':
    "import { cyclic } from './cycle.js'; export async function later() { await null; return cyclic(); }\n",
  'module/cycle.js':
    "import { later } from './later.js'; export function cyclic() { return typeof later; } const early = later().then((x) => console.log('early', x)); await early;\n",
  'module/lost.mjs': "import './nowhere.mjs';\n",
  'module/old.cjs':
    "exports.value = require('./older.cjs').value; (async () => { await null; console.log('cjs'); })();\n",
  'module/older.cjs': 'exports.value = 6;\n',
  'detected.js':
    "import fs from 'node:fs';\nconsole.log(typeof fs.readFileSync, typeof require, this);\nawait null;\n",
  'requires.js':
    "const { x } = require('./lib'); console.log(x, require('node_lib'), module.children.length, require.main === module);\n",
  'lib/index.js': 'exports.x = 1;\n',
  'node_modules/node_lib/index.js': 'module.exports = (async () => {}).toString();\n',
};

for (const node of nodes) {
  describe(`A program under the recorder on ${node}`, () => {
    const folder = folderWith({ ...programs, 'syntax.ts': everySyntax });
    const at = (name: string): string => join(folder.path, name);
    after(() => {
      folder.remove();
    });

    for (const name of Object.keys(programs).filter((file) => /^[\w-]+\.m?js$|main\.js$/.test(file))) {
      it(`prints, fails and exits as it does alone: ${name}`, async () => {
        const { recorded } = await assertSame(at(name), { node, args: ['one', '--two'] });
        assert.equal(recorded.events[0]?.[0], 'start');
        assert.equal(recorded.events.at(-1)?.[0], 'exit');
      });
    }

    it('says which module is missing', async () => {
      const { stderr, code } = await runRecorded(at('module/lost.mjs'), { node });
      assert.match(stderr, /Cannot find module '.*nowhere\.mjs' imported from .*lost\.mjs/);
      assert.equal(code, 1);
    });

    it('does what every async syntax does', async () => {
      const recorded = await runRecorded(at('syntax.ts'), { node });
      const [newest = ''] = nodes;
      const plain = await runPlain(at('syntax.ts'), { node: newest });
      assert.deepEqual(recorded.stderr, '');
      assert.deepEqual(recorded.stdout.split('\n'), plain.stdout.split('\n'));
      const reader = new Reader(recorded.events);
      assert.equal(
        reader
          .all('out')
          .map(([, , , , text]) => text)
          .join(''),
        recorded.stdout,
      );
      const pending = reader.all('lane').filter(([, , id]) => Number.isNaN(reader.life(id)[1]));
      assert.deepEqual(
        pending.map(([, , , , name]) => name),
        [],
      );
    });

    it('says which lane wrote, failed or never ended', async () => {
      const { events } = await runRecorded(at('uncaught.js'), { node });
      const reader = new Reader(events);
      assert.deepEqual(
        reader.all('end').map(([, , lane, outcome, error]) => [lane, outcome, error]),
        [
          [reader.lane('inner'), 'failed', 'TypeError: no more eggs'],
          [reader.lane('outer'), 'failed', 'TypeError: no more eggs'],
          [reader.lane('uncaught.js'), 'failed', 'TypeError: no more eggs'],
        ],
      );
    });
  });
}
