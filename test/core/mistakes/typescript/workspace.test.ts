import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { check, diskWith } from './support/rules';

const places = async (...args: Parameters<typeof check>) =>
  (await check(...args)).map(({ start, end }) => args[0].slice(start, end));

/** Longer than what is stored is taken to stay the same. */
const aMoment = 400;

describe('the documents that TypeScript rules see', () => {
  it('takes types from the files a document imports, as they are now', async () => {
    const extra: Record<string, string> = {
      '/virtual/a/helper.ts': 'export async function save() {}\n',
    };
    const files = diskWith(extra);
    const text = "import { save } from './helper';\nexport function run() { save(); }\n";
    assert.deepEqual(await places(text, '/virtual/a/main.ts', files), ['save()']);
    extra['/virtual/a/helper.ts'] = 'export function save() {}\n';
    await sleep(aMoment);
    assert.deepEqual(await places(text, '/virtual/a/main.ts', files), []);
    extra['/virtual/a/helper.ts'] = 'export const save = async () => {};\n';
    await sleep(aMoment);
    assert.deepEqual(await places(text, '/virtual/a/main.ts', files), ['save()']);
  });

  it('follows the nearest tsconfig.json, comments, extends and paths included', async () => {
    const files = diskWith({
      '/virtual/b/base.json': '{ "compilerOptions": { "paths": { "~/*": ["./lib/*"] } } }',
      '/virtual/b/tsconfig.json':
        '{ /* ours */ "extends": "./base.json", "compilerOptions": { "strict": false, } }',
      '/virtual/b/lib/helper.ts': 'export async function save() {}\n',
    });
    const text =
      "import { save } from '~/helper';\nlet late: Promise<void> = save();\nexport function run(found: Record<string, Promise<void>>) { save(); if (found.a) late = found.a; return late; }\n";
    assert.deepEqual(await places(text, '/virtual/b/src/main.ts', files), ['save()']);
  });

  it('takes a document’s text as it is given, however soon after it was read from disk', async () => {
    const lost = 'export async function save() {}\nexport async function both() { save(); }\n';
    const files = diskWith({ '/virtual/i/helper.ts': lost });
    const text = "import { both } from './helper';\nexport function run() { both(); }\n";
    assert.deepEqual(await places(text, '/virtual/i/main.ts', files), ['both()']);
    await sleep(aMoment);
    assert.deepEqual(await places(`${text}\n`, '/virtual/i/main.ts', files), ['both()']);
    const mended = lost.replace(' save();', ' await save();');
    assert.deepEqual(await places(mended, '/virtual/i/helper.ts', files), []);
    assert.deepEqual(await places(lost, '/virtual/i/helper.ts', files), ['save()']);
  });

  it('finds a module that was not there before', async () => {
    const extra: Record<string, string> = { '/virtual/f/other.ts': 'export {};\n' };
    const files = diskWith(extra);
    const text = "import { save } from './later';\nexport function run() { save(); }\n";
    assert.deepEqual(await places(text, '/virtual/f/main.ts', files), []);
    extra['/virtual/f/later.ts'] = 'export async function save() {}\n';
    await sleep(aMoment);
    assert.deepEqual(await places(text, '/virtual/f/main.ts', files), ['save()']);
  });

  it('keeps names of scripts in one folder apart, and takes the stored text of a document that is closed', async () => {
    const files = diskWith({
      '/virtual/g/one.ts': 'async function main() {}\nmain();\n',
      '/virtual/g/two.ts': 'function main() {}\nmain();\n',
      '/virtual/g/helper.ts': 'export function save() {}\n',
    });
    assert.deepEqual(await places('async function main() {}\nmain();\n', '/virtual/g/one.ts', files), [
      'main()',
    ]);
    assert.deepEqual(await places('function main() {}\nmain();\n', '/virtual/g/two.ts', files), []);
    const text = "import { save } from './helper';\nexport function run() { save(); }\n";
    await places('export async function save() {}\n', '/virtual/g/helper.ts', files);
    assert.deepEqual(await places(text, '/virtual/g/run.ts', files), []);
  });

  it('survives a tsconfig.json that is broken, and an import of itself', async () => {
    const files = diskWith({ '/virtual/c/tsconfig.json': '{ "compilerOptions": ' });
    const text =
      "import { run } from './main';\nexport async function go() {}\nexport async function run2() { go(); run(); }\n";
    assert.deepEqual(await places(text, '/virtual/c/main.ts', files), ['go()']);
  });

  it('offers await at the top level only where a module may await', async () => {
    const files = diskWith({
      '/virtual/d/package.json': '{ "type": "commonjs" }',
      '/virtual/e/package.json': '{ "type": "module" }',
    });
    const text = 'export async function main() {}\nmain();\n';
    const preferred = async (name: string) =>
      (await check(text, name, files))[0]?.fixes.some((fix) => fix.preferred);
    assert.equal(await preferred('/virtual/d/main.ts'), false);
    assert.equal(await preferred('/virtual/d/main.mts'), true);
    assert.equal(await preferred('/virtual/e/main.ts'), true);
    assert.equal(await preferred('/virtual/e/main.cts'), false);
  });

  for (const name of [
    'Untitled-1',
    'untitled:Untitled-1',
    'notes.js',
    'C:\\\\work\\\\main.ts',
    '/not/there/main.jsx',
  ]) {
    it(`checks unsaved text named ${name}`, async () => {
      assert.deepEqual(await places('async function go() {}\nasync function main() { go(); }\n', name), [
        'go()',
      ]);
    });
  }

  it('knows Node without a project, and the browser too', async () => {
    assert.deepEqual(
      await places(
        "import { readFile } from 'fs/promises';\nexport async function a() { readFile('x'); fetch('x'); }\n",
      ),
      ["readFile('x')", "fetch('x')"],
    );
  });

  it('has nothing to say about declarations', async () => {
    assert.deepEqual(await places('declare const p: Promise<void>;\np;\n', 'types.d.ts'), []);
  });

  it('follows extends over several files, references and a jsconfig.json', async () => {
    const helper = 'export async function save() {}\n';
    const files = diskWith({
      '/virtual/j/tsconfig.json': '{ "files": [], "references": [{ "path": "./app" }] }',
      '/virtual/j/base/deep.json': '{ "compilerOptions": { "paths": { "#lib/*": ["../lib/*"] } } }',
      '/virtual/j/base/base.json': '{ "extends": "./deep.json" }',
      '/virtual/j/app/tsconfig.json':
        '{ "extends": ["../base/base.json"], "compilerOptions": { "composite": true }, "references": [{ "path": "../lib" }] }',
      '/virtual/j/lib/tsconfig.json': '{ "compilerOptions": { "composite": true, "outDir": "../out" } }',
      '/virtual/j/lib/helper.ts': helper,
      '/virtual/k/jsconfig.json': '{ "compilerOptions": { "paths": { "#lib/*": ["./lib/*"] } } }',
      '/virtual/k/lib/helper.js': helper,
    });
    const text = "import { save } from '#lib/helper';\nexport function run() { save(); }\n";
    assert.deepEqual(await places(text, '/virtual/j/app/main.ts', files), ['save()']);
    assert.deepEqual(await places(text, '/virtual/k/main.js', files), ['save()']);
  });

  it('knows handlers of events in JSX, in every kind of file', async () => {
    const head = 'declare const save: () => Promise<void>;\n';
    const view =
      'export const View = () => <button onClick={async () => { await save(); }} onBlur={() => save()}>{save() ? 1 : 2}</button>;\n';
    assert.deepEqual(await places(head + view, 'view.tsx'), ['save()']);
    for (const name of ['a.mts', 'a.cts', 'a.ts', 'a.js', 'a.mjs', 'a.cjs', 'a.jsx']) {
      const code = 'async function save() {}\nexport async function run() { save(); await save(); }\n';
      assert.deepEqual(await places(code, name), ['save()'], name);
    }
  });

  it('says nothing about what comes from a package that is not installed', async () => {
    const text =
      "import { Client } from 'not-installed';\nimport type { Job } from 'not-there';\nconst client = new Client();\nexport class Runner extends Client { async run(job: Job) { job.start(); client.send(job); this.close(); if (client.ready) { await job; } return `${client.name}`; } }\n";
    assert.deepEqual(await places(text, '/virtual/n/main.ts', diskWith({ '/virtual/n/x.ts': '' })), []);
  });
});
