import { invalid, valid, type Case } from './support/cases';

const given = `declare function save(name?: string): Promise<void>;
declare function load(): Promise<{ name: string; tags: string[] }>;
declare function check(): Promise<boolean>;
declare function count(): Promise<number>;
declare const items: string[];
export {};
`;
const inMain = (body: string) => `${given}async function main() {\n  ${body}\n}\nawait main();\n`;
const inAsync = (code: string, fixed?: string, more: Partial<Case> = {}): Case => ({
  code: inMain(code),
  ...(fixed === undefined ? {} : { fixed: inMain(fixed) }),
  ...more,
});

describe('missing-await in TypeScript', () => {
  describe('promises that a statement drops', () => {
    invalid('missing-await', [
      inAsync('«save()»;', 'await save();', { message: /^'save\(\)' returns a promise that nobody awaits/ }),
      inAsync('«save()»', 'await save()'),
      inAsync('«save().then(() => 1)»;', 'await save().then(() => 1);'),
      inAsync('«save().then(() => 1, undefined)»;', 'await save().then(() => 1, undefined);'),
      inAsync('«save().finally(() => {})»;', 'await save().finally(() => {});'),
      inAsync('«save().catch()»;', 'await save().catch();'),
      inAsync('items.length > 0 && «save()»;', 'items.length > 0 && await save();'),
      inAsync('items.length > 0 ? «save()» : undefined;', 'items.length > 0 ? await save() : undefined;'),
      inAsync('items.pop(), «save()»;', 'items.pop(), await save();'),
      inAsync('(«save()»);', '(await save());'),
      inAsync(
        '«save() as Promise<unknown>»;'.replace(
          '«save() as Promise<unknown>»',
          '«save()» as Promise<unknown>',
        ),
        'await (save() as Promise<unknown>);',
      ),
      inAsync(
        'const o: { save?(): Promise<void> } = {};\n  «o.save?.()»;',
        'const o: { save?(): Promise<void> } = {};\n  await o.save?.();',
      ),
      inAsync(
        '«new Promise((resolve) => setTimeout(resolve, 10))»;',
        'await new Promise((resolve) => setTimeout(resolve, 10));',
      ),
      inAsync(
        '«Promise.all(items.map((item) => save(item)))»;',
        'await Promise.all(items.map((item) => save(item)));',
      ),
      inAsync(
        '«items.map(async (item) => { await save(item); })»;',
        'await Promise.all(items.map(async (item) => { await save(item); }));',
      ),
      inAsync('«items.map((item) => save(item))»;', 'await Promise.all(items.map((item) => save(item)));'),
      inAsync('«save()»;', 'save().catch(console.error);', { fix: 1, preferred: false }),
      inAsync("«import('node:fs')»;", "await import('node:fs');"),
      inAsync(
        'declare const either: () => Promise<void> | PromiseLike<void>;\n  «either()»;',
        'declare const either: () => Promise<void> | PromiseLike<void>;\n  await either();',
      ),
      inAsync(
        'class Job extends Promise<void> {}\n  const start = () => new Job(() => {});\n  «start()»;',
        'class Job extends Promise<void> {}\n  const start = () => new Job(() => {});\n  await start();',
      ),
      inAsync('/* first */ «save()»; // last', '/* first */ await save(); // last'),
      inAsync("const mark = '😀'; «save(mark)»;", "const mark = '😀'; await save(mark);"),
      { code: `${given}«save()»;\n`, fixed: `${given}await save();\n` },
      {
        code: `${given}class A {\n  constructor() {\n    «save()»;\n  }\n}\nnew A();\n`,
        fixed: `${given}class A {\n  constructor() {\n    save().catch(console.error);\n  }\n}\nnew A();\n`,
        preferred: false,
      },
      {
        code: `${given}function quiet() {\n  «save()»;\n}\nquiet();\n`,
        fixed: `${given}async function quiet() {\n  await save();\n}\nawait quiet();\n`,
      },
      {
        code: `${given}const quiet = (): number => {\n  «save()»;\n  return 1;\n};\nasync function main() {\n  console.log(quiet().toFixed());\n}\nawait main();\n`,
        fixed: `${given}const quiet = async (): Promise<number> => {\n  await save();\n  return 1;\n};\nasync function main() {\n  console.log((await quiet()).toFixed());\n}\nawait main();\n`,
      },
      {
        code: `${given}function inner() {\n  «save()»;\n}\nfunction outer() {\n  inner();\n}\nouter();\n`,
        fixed: `${given}async function inner() {\n  await save();\n}\nasync function outer() {\n  await inner();\n}\nawait outer();\n`,
      },
      {
        code: `${given}export function shown(): void {\n  «save()»;\n}\n`,
        fixed: `${given}export function shown(): void {\n  save().catch(console.error);\n}\n`,
        preferred: false,
      },
      {
        code: `${given}setTimeout(() => {\n  «save()»;\n}, 10);\n`,
        fixed: `${given}setTimeout(async () => {\n  await save();\n}, 10);\n`,
        preferred: false,
      },
      {
        code: 'const save = async () => {};\n«save()»;\nmodule.exports = save;\n',
        name: 'old.cjs',
        fixed: 'const save = async () => {};\nsave().catch(console.error);\nmodule.exports = save;\n',
        preferred: false,
      },
      {
        code: 'async function main() {}\r\n\r\n«main()»;\r\n',
        name: 'script.js',
        fixed: 'async function main() {}\r\n\r\nmain().catch(console.error);\r\n',
        preferred: false,
      },
      {
        code: '\uFEFFexport async function main() {}\n«main()»;\n',
        fixed: '\uFEFFexport async function main() {}\nawait main();\n',
      },
      {
        code: 'async function go() {}\nexport const B = () => { «go()»; return <b>hi</b>; };\n',
        name: 'view.tsx',
        fixed:
          'async function go() {}\nexport const B = () => { go().catch(console.error); return <b>hi</b>; };\n',
        preferred: false,
      },
    ]);
    valid([
      inMain('void save();'),
      inMain('save().catch(console.error);'),
      inMain('save().then(() => 1, console.error);'),
      inMain('save().catch(console.error).finally(() => {});'),
      inMain('save().finally(() => {}).catch(console.error);'),
      inMain('return save();'),
      inMain('const kept = [save()]; await Promise.all(kept);'),
      inMain('const jobs: Promise<void>[] = []; jobs.push(save()); await Promise.all(jobs);'),
      inMain('const both = items.map((item) => save(item)); await Promise.all(both);'),
      inMain('const maybe = (): Promise<void> | undefined => undefined; maybe();'),
      inMain('const unknown: any = 1; unknown(); unknown.save();'),
      inMain('let job; job = save(); await job;'),
      inMain(
        'interface Query { where(): Query; then(done: (rows: string[]) => void): void } const q = {} as Query; q.where();',
      ),
      inMain('interface App { use(): App & PromiseLike<void> } const app = {} as App; app.use();'),
      inMain('setTimeout(async () => { await save(); }, 10);'),
      inMain('setTimeout(() => save(), 10);'),
      inMain("process.on('exit', async () => { await save(); });"),
      `${given}(async () => {\n  await save();\n})();\n`,
      `${given}void (async () => save())();\n`,
      "import test, { describe, it } from 'node:test';\ntest('a', async () => {});\ndescribe('b', () => { it('c', async () => {}); });\n",
      "import { missing } from 'not-installed';\nasync function main() { missing(); missing().name; }\nawait main();\n",
    ]);
  });

  describe('promises taken for their values', () => {
    invalid('missing-await', [
      inAsync('if («check()») console.log(1);', 'if (await check()) console.log(1);', {
        message: /always true/,
      }),
      inAsync('if (!«check()») console.log(1);', 'if (!await check()) console.log(1);', {
        message: /always false/,
      }),
      inAsync('while («check()») console.log(1);', 'while (await check()) console.log(1);'),
      inAsync("console.log(«check()» ? 'a' : 'b');", "console.log(await check() ? 'a' : 'b');"),
      inAsync(
        'if (items.length && «check()») console.log(1);',
        'if (items.length && await check()) console.log(1);',
      ),
      inAsync('console.log(«check()» || 1);', 'console.log(await check() || 1);'),
      inAsync('console.log(`${«count()»}`);', 'console.log(`${await count()}`);', {
        message: /\[object Promise\]/,
      }),
      inAsync("console.log('' + «count()»);", "console.log('' + await count());"),
      inAsync('console.log(«count()» + 1);', 'console.log(await count() + 1);'),
      inAsync('console.log(«count()» ** 2);', 'console.log((await count()) ** 2);'),
      inAsync('console.log(«count()» === 1);', 'console.log(await count() === 1);'),
      inAsync('console.log(-«count()»);', 'console.log(-await count());'),
      inAsync(
        'let sum = 0; sum += «count()»; console.log(sum);',
        'let sum = 0; sum += await count(); console.log(sum);',
      ),
      inAsync('console.log({ ...«load()» });', 'console.log({ ...await load() });'),
      inAsync(
        'for (const tag of «load()») console.log(tag);'.replace('load', 'list'),
        undefined,
        {},
      ).code.includes('list')
        ? {
            code: `${given}const list = async () => items;\nfor (const tag of «list()») console.log(tag);\n`,
            fixed: `${given}const list = async () => items;\nfor (const tag of await list()) console.log(tag);\n`,
          }
        : inAsync(''),
      inAsync('console.log(«load()».name);', 'console.log((await load()).name);', { message: /no 'name'/ }),
      inAsync("console.log(«load()»['tags']);", "console.log((await load())['tags']);"),
      inAsync(
        'const { name } = «load()»; console.log(name);',
        'const { name } = await load(); console.log(name);',
      ),
      inAsync(
        "const text = «fetch('x')».json(); console.log(text);",
        "const text = (await fetch('x')).json(); console.log(text);",
      ),
      inAsync(
        'const user = «load()»; console.log(user.name);',
        'const user = await load(); console.log(user.name);',
      ),
      inAsync(
        'const ok = «check()»; if (ok) console.log(1);',
        'const ok = await check(); if (ok) console.log(1);',
      ),
      inAsync('const n = «count()»; console.log(n + 1);', 'const n = await count(); console.log(n + 1);'),
      inAsync('const done = «save()»;', 'const done = await save();', {
        message: /'done' holds the promise/,
      }),
      inAsync(
        'const user = load(); console.log(«user».name); await user;',
        'const user = load(); console.log((await user).name); await user;',
      ),
      {
        code: `${given}export const f = async (user: Promise<{ name: string }>) => «user».name;\n`,
        fixed: `${given}export const f = async (user: Promise<{ name: string }>) => (await user).name;\n`,
      },
      { code: `${given}items.pop()\n«load()».name\n`, fixed: `${given}items.pop()\n;(await load()).name\n` },
    ]);
    valid(
      [
        inMain('const p = save(); if (p === save()) await p;'),
        inMain('const user = load(); console.log((await user).name);'),
        inMain('const user = await load(); console.log(user.name);'),
        inMain('let p: Promise<void> | undefined; if (p) await p;'),
        inMain(
          'const cache: Record<string, Promise<void>> = {}; if (cache["a"]) await cache["a"]; if (!cache["b"]) cache["b"] = save();',
        ),
        inMain(
          'const cache = new Map<string, Promise<void>>(); const hit = cache.get("a"); if (hit) await hit;',
        ),
        inMain('const p = save(); console.log(p); await p;'),
        inMain('const p = save(); return { p };'),
        inMain('const p = save(); return () => p;'),
        inMain('const _p = save();'),
        inMain('console.log(String(count()), typeof count(), count() instanceof Promise);'),
        inMain('console.log(save() !== undefined, save() != null);'),
        'class Lazy { private ready?: Promise<void>; get() { this.ready ??= this.load(); if (this.ready) return this.ready; return undefined; } private async load() {} }\nexport { Lazy };\n',
        `${given}export const kept = save();\n`,
        'const p = new Promise(() => {});\np.cancel = () => {};\nif (p.cancel) p.cancel();\nmodule.exports = p;\n',
      ].slice(0, -1),
    );
    valid(
      ['const p = Promise.resolve(1);\np.cancel = () => {};\np.cancel();\nmodule.exports = p;\n'],
      'old.js',
    );
  });

  describe('async callbacks that nobody waits for', () => {
    invalid('missing-await', [
      inAsync(
        '«items.forEach»(async (item) => { await save(item); });',
        'for (const item of items) { await save(item); }',
        { preferred: false },
      ),
      inAsync(
        '«items.forEach»(async (item) => save(item));',
        'for (const item of items) { await save(item); }',
        { preferred: false },
      ),
      inAsync(
        '«items.forEach»(async (item) => { await save(item); });',
        'await Promise.all(items.map(async (item) => { await save(item); }));',
        { fix: 1, preferred: false },
      ),
      inAsync(
        '«items.forEach»(async (item, index) => { await save(item + index); });',
        'await Promise.all(items.map(async (item, index) => { await save(item + index); }));',
        { preferred: false },
      ),
      inAsync('console.log(«items.filter»(async () => check()));'),
      inAsync('console.log(«items.some»(async () => check()));'),
      inAsync('console.log(«items.find»(async () => check()));'),
      inAsync('«new Set(items).forEach»(async () => { await save(); });'),
    ]);
    valid([
      inMain('const sent = await Promise.all(items.map(async (item) => save(item))); console.log(sent);'),
      inMain(
        'await items.reduce(async (before, item) => { await before; await save(item); }, Promise.resolve());',
      ),
      inMain('items.forEach((item) => { console.log(item); });'),
      inMain(
        'const own = { forEach(f: () => Promise<void>) { return f(); } }; await own.forEach(async () => save());',
      ),
    ]);
  });
});
