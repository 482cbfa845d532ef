import assert from 'node:assert/strict';
import { INSERTED, RUNTIME } from '../../../../src/core/run/node/instrument/site';
import { transform } from '../../../../src/core/run/node/transform';

function sitesOf(source: string, path = '/a.ts'): readonly string[] {
  const transformed = transform({ path, source, format: null, firstSite: 0 });
  return (transformed?.sites ?? []).map(({ line, text }) => `${line} ${text}`);
}

function codeOf(source: string, path = '/a.ts', firstSite: number | null = 0): string {
  const code = transform({ path, source, format: null, firstSite })?.code ?? '';
  return code.slice(0, code.lastIndexOf('\n//# sourceMappingURL'));
}

describe('The transform of a module', () => {
  it('names what is awaited as the learner wrote it', () => {
    const named: readonly (readonly [string, string])[] = [
      ['await sleep(2)', 'sleep'],
      ['await (kitchen.cook(1) as Promise<void>)', 'kitchen.cook'],
      ['await fetch(url).then((r) => r.json())', 'fetch(…).then'],
      ['await new Promise((r) => setTimeout(r, 5))', 'setTimeout'],
      ['await new Promise((r) => { socket.once("open", r); })', 'promise'],
      ['await pending', 'pending'],
      ['await Promise.all([a, b])', 'Promise.all'],
      ['await orders[0]!', 'orders[0]'],
      [
        'await anExpression.thatIsMuchLonger.thanAnybody.wantsToRead.onATimeline',
        'anExpression.thatIsMuchLonger.thanAnybo…',
      ],
    ];
    for (const [source, text] of named) {
      assert.equal(sitesOf(`export {};${source};`)[0], `1 ${text}`, source);
    }
  });

  it('names functions by what they are bound to', () => {
    const named: readonly (readonly [string, string])[] = [
      ['async function cook() {}', 'cook'],
      ['const serve = async () => {}', 'serve'],
      ['class K { async #p() {} }', '#p'],
      ['class K { wash = async () => {} }', 'wash'],
      ['x.y = async function () {}', 'y'],
      ['list.map(async function () {})', 'list.map callback'],
      ['export default async function () {}', 'default'],
      ['(async () => {})()', 'anonymous'],
    ];
    for (const [source, text] of named) {
      assert.equal(sitesOf(source)[0], `1 ${text.replace('list.', '')}`, source);
    }
  });

  it('leaves a program alone that Node refuses to run', () => {
    const refused = [
      'async function f(a) { const a = await 1; }',
      'import fs, { x as y } from "fs"; import * as all from "fs"; const y = 1;',
      'export default class {}; export const a = 1; let a;',
      'export default async function f() {} export { f as g }; const f = import.meta.url;',
      'function f() {} function f() {} export {};',
    ];
    assert.deepEqual(
      refused.map((source) => transform({ path: '/a.js', source, format: null, firstSite: 0 })),
      refused.map(() => null),
    );
    assert.deepEqual(sitesOf('async function f(a: 1) { const a = await 1; }'), []);
    const allowed =
      '#!/usr/bin/env node\nimport a, * as b from "fs"; export * from "fs"; export default () => b;\n';
    assert.deepEqual(
      sitesOf(`${allowed}export async function f() { await import.meta.url; }`, '/a.mjs').length,
      2,
    );
  });

  it('tells callbacks of the loop from those of a list', () => {
    const named: readonly (readonly [string, readonly string[]])[] = [
      ["emitter.on('x', () => 1)", ['1 on callback']],
      ['setTimeout(function late() {}, 5)', ['1 late']],
      ['readFile(path, (error, text) => { text; })', ['1 readFile callback']],
      ['list.map((x) => x).forEach((x) => { x; })', []],
      ['new Promise((resolve) => resolve())', []],
      ['function work() {}\nfunction other() {}\nsetTimeout(work, 5); [1].map(other); other();', ['1 work']],
      [
        'const late = () => 1,\n then = () => 2;\nqueueMicrotask(late); then(); p.then(then)',
        ['1 late', '2 then'],
      ],
      ['class K { #on() {}\n off() { x.on(this.#on.bind(this), K.s); } static s() {} }', ['1 #on', '2 s']],
      ['const all = { tick() { return 1; } };\nsetInterval(all.tick)', ['1 tick']],
      ['on(function* () {}, () => { function a() {} var a; })', []],
    ];
    for (const [source, sites] of named) {
      assert.deepEqual(sitesOf(source, '/a.js'), sites, source);
    }
  });

  it('keeps every line where it was', () => {
    const source = `import { a } from 'a'; // x\n\nasync function f<T>(\n  t: T,\n): Promise<T> {\n  await a(\n    t,\n  ); // y\n  return t;\n}\n\nexport class C { async m() {\n  for await (const x of f([])) {}\n} }\n`;
    assert.equal(codeOf(source).split('\n').length, source.split('\n').length);
    assert.match(codeOf(source).split('\n')[8] ?? '', /return /);
  });

  it("leaves alone what has no async code, and modules that are not the learner's", () => {
    const source = "'use strict';\nfunction f() { return 'await x'; }\nf();\n";
    assert.equal(
      codeOf(source, '/a.js').replace(`${INSERTED.begin};${RUNTIME}.begin();${INSERTED.end}`, ''),
      source,
    );
    const typed = 'export async function f(x: number) { await x; }\n';
    assert.equal(codeOf(typed, '/a.ts', null), 'export async function f(x        ) { await x; }\n');
  });

  it('leaves a file that does not parse to Node', () => {
    assert.equal(
      transform({ path: '/a.js', source: 'async function f( {', format: null, firstSite: 0 }),
      null,
    );
  });

  it('does not wrap a body that may not stand in a block', () => {
    const body = 'async function f() { var g; function g() {} await g; }';
    assert.doesNotMatch(codeOf(body), /try/);
    assert.match(codeOf('async function f() { function g() {} await g; }'), /try/);
  });

  it('tells modules from scripts as Node does', () => {
    const formats: readonly (readonly [string, string])[] = [
      ['const x = 1;', 'commonjs'],
      ["import type { T } from './t'; const x = require('x');", 'commonjs'],
      ["import 'x';", 'module'],
      ['export const x = 1;', 'module'],
      ['export interface T {}', 'commonjs'],
      ['await 1;', 'module'],
      ['async () => { await 1; }', 'commonjs'],
      ['console.log(import.meta.url);', 'module'],
    ];
    for (const [source, format] of formats) {
      assert.equal(transform({ path: '/a.ts', source, format: null, firstSite: 0 })?.format, format, source);
    }
  });
});
