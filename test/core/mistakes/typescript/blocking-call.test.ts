import assert from 'node:assert/strict';
import { invalid, valid } from './support/cases';
import { check, diskWith } from './support/rules';

describe('blocking-call in TypeScript', () => {
  invalid('blocking-call', [
    {
      code: "import { readFileSync } from 'node:fs';\nexport async function main() {\n  return «readFileSync('a', 'utf8')»;\n}\n",
      fixed:
        "import { readFile } from 'node:fs/promises';\nexport async function main() {\n  return await readFile('a', 'utf8');\n}\n",
      message: /^`readFileSync\(\)` blocks the event loop/,
    },
    {
      code: "import fs from 'fs';\nexport async function main() {\n  return JSON.parse(«fs.readFileSync('a', 'utf8')»);\n}\n",
      fixed:
        "import fs from 'fs';\nimport { readFile } from 'node:fs/promises';\nexport async function main() {\n  return JSON.parse(await readFile('a', 'utf8'));\n}\n",
    },
    {
      code: "import * as fs from 'fs';\nimport { mkdir } from 'fs/promises';\nexport async function main() {\n  await mkdir('a');\n  return «fs.readFileSync('a', 'utf8')».trim();\n}\n",
      fixed:
        "import * as fs from 'fs';\nimport { mkdir, readFile } from 'fs/promises';\nexport async function main() {\n  await mkdir('a');\n  return (await readFile('a', 'utf8')).trim();\n}\n",
    },
    {
      code: "import fs from 'fs';\nimport fsp from 'node:fs/promises';\nexport async function main() {\n  await fsp.mkdir('a');\n  «fs.writeFileSync('a', '')»;\n}\n",
      fixed:
        "import fs from 'fs';\nimport fsp from 'node:fs/promises';\nexport async function main() {\n  await fsp.mkdir('a');\n  await fsp.writeFile('a', '');\n}\n",
    },
    {
      code: "import fs from 'fs';\nconst readFile = 1;\nexport async function main() {\n  return «fs.readFileSync('a', 'utf8')» + readFile;\n}\n",
      fixed:
        "import fs from 'fs';\nimport { readFile as readFileAsync } from 'node:fs/promises';\nconst readFile = 1;\nexport async function main() {\n  return await readFileAsync('a', 'utf8') + readFile;\n}\n",
    },
    {
      code: "const { readFileSync: read, existsSync } = require('fs');\nconst main = async () => «read('a', 'utf8')»;\nmodule.exports = { main, existsSync };\n",
      name: 'old.cjs',
      fixed:
        "const { existsSync } = require('fs');\nconst { readFile } = require('node:fs/promises');\nconst main = async () => await readFile('a', 'utf8');\nmodule.exports = { main, existsSync };\n",
    },
    {
      code: "const fs = require('fs')\nasync function main() {\n  «fs.unlinkSync('a')»\n}\nmodule.exports = main\n",
      name: 'old.js',
      fixed:
        "const fs = require('fs')\nconst { unlink } = require('node:fs/promises')\nasync function main() {\n  await unlink('a')\n}\nmodule.exports = main\n",
    },
    {
      code: "import { readFileSync as slurp } from 'node:fs';\nconst read = slurp;\nexport const main = async () => «read('a')»;\n",
      fixed:
        "import { readFileSync as slurp } from 'node:fs';\nimport { readFile } from 'node:fs/promises';\nconst read = slurp;\nexport const main = async () => await readFile('a');\n",
    },
    {
      code: "export const main = async () => (await import('node:fs')).statSync('a');\n".replace(
        "(await import('node:fs')).statSync('a')",
        "«(await import('node:fs')).statSync('a')»",
      ),
      fixed: "import { stat } from 'node:fs/promises';\nexport const main = async () => await stat('a');\n",
    },
    {
      code: "import fs from 'node:fs';\nexport const main = async () => «fs.statSync('a', { throwIfNoEntry: false })»;\n",
    },
    { code: "import fs from 'node:fs';\nexport const main = async () => «fs.openSync('a')»;\n" },
    {
      code: "import { readFileSync } from 'fs';\nexport const main = async (names: string[]) => names.map((name) => «readFileSync(name, 'utf8')»);\n",
    },
    {
      code: 'export async function nap(end: number) {\n  «while (Date.now() < end)» {}\n}\n',
      fixed:
        'export async function nap(end: number) {\n  await new Promise((resolve) => setTimeout(resolve, end - Date.now()));\n}\n',
    },
    {
      code: 'export async function nap(ms: number) {\n  const start = performance.now();\n  «while (performance.now() - start < ms)»;\n}\n',
      fixed:
        'export async function nap(ms: number) {\n  const start = performance.now();\n  await new Promise((resolve) => setTimeout(resolve, ms - (performance.now() - start)));\n}\n',
    },
    {
      code: 'export async function nap(ms: number) {\n  let now = Date.now();\n  const end = now + ms;\n  «while (now < end)» {\n    now = Date.now();\n  }\n}\n',
    },
    {
      code: 'export async function nap(cell: Int32Array) {\n  «Atomics.wait(cell, 0, 0, 10)»;\n}\n',
      fixed:
        'export async function nap(cell: Int32Array) {\n  await Atomics.waitAsync(cell, 0, 0, 10).value;\n}\n',
      preferred: false,
    },
    {
      code: "import { readFileSync } from 'fs';\nfunction config() {\n  return readFileSync('a', 'utf8');\n}\nconst twice = () => config() + config();\nexport async function main() {\n  return «twice()»;\n}\n",
      fixed:
        "import { readFile } from 'node:fs/promises';\nasync function config() {\n  return await readFile('a', 'utf8');\n}\nconst twice = async () => await config() + await config();\nexport async function main() {\n  return await twice();\n}\n",
      message: /`twice\(\)` blocks the event loop, because `readFileSync\(\)`/,
    },
    {
      code: "import { readFileSync } from 'fs';\nclass Store {\n  read() { return readFileSync('a', 'utf8'); }\n  async open() { return «this.read()»; }\n}\nexport { Store };\n",
    },
  ]);

  valid([
    "import { readFileSync } from 'fs';\nexport const job = { then(done: (text: string) => void) { done(readFileSync('a', 'utf8')); } };\nexport const all = () => [1].map(() => readFileSync('a'));\n",
    "import { statSync } from 'fs';\nexport const late = () => setTimeout(() => { statSync('a'); }, 10);\n",
    "import { statSync } from 'fs';\ndeclare const chain: { then(done: () => void): void };\nchain.then(() => { statSync('a'); });\n",
    "import { readFileSync } from 'fs';\nconst text = readFileSync('a', 'utf8');\nexport async function main() { return text; }\n",
    "import { readFileSync } from 'fs';\nexport function main() { return readFileSync('a', 'utf8'); }\n",
    "import fs from 'fs';\nexport async function main() { process.on('exit', () => { fs.writeFileSync('a', ''); }); }\n",
    "import { readFile } from 'fs/promises';\nexport async function main() { return readFile('a', 'utf8'); }\n",
    "import { existsSync } from 'fs';\nexport const main = async () => !existsSync('a');\n",
    'const flushSync = () => {};\nexport async function main() { flushSync(); }\n',
    "import { missingSync } from 'not-installed';\nexport async function main() { missingSync(); }\n",
    "import { DatabaseSync } from 'node:sqlite';\nexport async function main() { return new DatabaseSync('a'); }\n",
    "import { AsyncLocalStorage } from 'node:async_hooks';\nexport async function main() { return new AsyncLocalStorage(); }\n",
    'export async function drain(queue: (() => void)[], end: number) { while (Date.now() < end) { queue.pop()?.(); } }\n',
    'declare const tick: () => Promise<void>;\nexport async function poll(end: number) { while (Date.now() < end) { await tick(); } }\n',
    'export function nap(end: number) { while (Date.now() < end) {} }\n',
  ]);

  it('leads from a helper to the line that blocks', async () => {
    const text =
      "import { readFileSync } from 'fs';\nconst config = () => readFileSync('a', 'utf8');\nconst twice = () => config() + config();\nexport const main = async () => twice();\n";
    const [finding] = await check(text);
    assert.deepEqual(
      finding?.related.map(({ start, end }) => text.slice(start, end)),
      ['config()', "readFileSync('a', 'utf8')"],
    );
  });

  it('follows calls into other files of the project, and leaves what is installed alone', async () => {
    const files = diskWith({
      '/virtual/p/lib/settings.ts':
        "import { readJson } from './json.js';\nexport function settings() { return readJson('a'); }\nexport const names = () => ['a'];\n",
      '/virtual/p/lib/json.ts':
        "import { readFileSync } from 'node:fs';\nexport const readJson = (name: string): unknown => JSON.parse(readFileSync(name, 'utf8'));\n",
      '/virtual/p/node_modules/slow/index.js':
        "const fs = require('fs');\nexports.slow = () => fs.readFileSync('a');\n",
      '/virtual/p/old.js':
        "const fs = require('fs');\nmodule.exports = { load() { return fs.readFileSync('a'); } };\n",
    });
    const text =
      "import { names, settings } from './lib/settings.js';\nimport { slow } from 'slow';\nexport async function main() {\n  return [settings(), names(), slow()];\n}\n";
    const [finding, ...others] = await check(text, '/virtual/p/main.ts', files);
    assert.deepEqual(others, []);
    assert.ok(finding);
    assert.equal(text.slice(finding.start, finding.end), 'settings()');
    assert.deepEqual(finding.fixes, []);
    assert.deepEqual(
      finding.related.map(({ path, start, end }) => [path, files.read(path ?? '')?.slice(start, end)]),
      [
        ['/virtual/p/lib/settings.ts', "readJson('a')"],
        ['/virtual/p/lib/json.ts', "readFileSync(name, 'utf8')"],
      ],
    );
    const old = "const { load } = require('./old');\nmodule.exports = async () => load();\n";
    const found = await check(old, '/virtual/p/use.js', files);
    assert.deepEqual(
      found.map(({ start, end }) => old.slice(start, end)),
      ['load()'],
    );
  });
});
