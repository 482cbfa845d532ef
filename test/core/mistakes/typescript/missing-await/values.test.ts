import { invalid, valid } from '../support/cases';
import { given, inAsync, inMain } from '../support/given';

describe('missing-await: promises taken for their values', () => {
  invalid('missing-await', [
    inAsync('if («check()») console.log(1);', 'if (await check()) console.log(1);', {
      message: /always true/,
    }),
    inAsync('if (!«check()») console.log(1);', 'if (!await check()) console.log(1);', {
      message: /always false/,
    }),
    inAsync('if («save()») console.log(1);'),
    inAsync('console.log(«load()».name > items[0]!);', 'console.log((await load()).name > items[0]!);', {
      message: /no `name`/,
    }),
    inAsync(
      "const user = «load()»; console.log(user?.name ?? 'nobody');",
      "const user = await load(); console.log(user?.name ?? 'nobody');",
    ),
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
    inAsync('console.log(«count()».toString());', 'console.log((await count()).toString());', {
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
      'const list = async () => items;\n  for (const tag of «list()») console.log(tag);',
      'const list = async () => items;\n  for (const tag of await list()) console.log(tag);',
    ),
    inAsync('if (items[0] ?? «check()») console.log(1);', 'if (items[0] ?? await check()) console.log(1);'),
    inAsync(
      'console.log({ ...(items.length > 0 ? «load()» : {}) });',
      'console.log({ ...(items.length > 0 ? await load() : {}) });',
    ),
    inAsync(
      'console.log({ ...(items.length > 0 && «load()») });',
      'console.log({ ...(items.length > 0 && await load()) });',
    ),
    inAsync('console.log(`${items[0] ?? «count()»}`);', 'console.log(`${items[0] ?? await count()}`);'),
    inAsync('console.log(«load()».name);', 'console.log((await load()).name);', { message: /no `name`/ }),
    inAsync("console.log(«load()»['tags']);", "console.log((await load())['tags']);"),
    inAsync(
      'const { name } = «load()»; console.log(name);',
      'const { name } = await load(); console.log(name);',
    ),
    inAsync(
      "const text = «fetch('x')».json(); return text;",
      "const text = (await fetch('x')).json(); return text;",
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
      message: /`done` holds the promise/,
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
  invalid('missing-await', [
    inAsync('switch («check()») { case true: break; }', 'switch (await check()) { case true: break; }', {
      message: /comparison/,
    }),
    inAsync(
      'const all = items.map(() => load()); console.log(«all[0]».name);',
      'const all = items.map(() => load()); console.log((await all[0]).name);',
    ),
    inAsync(
      'let user; user = «load()»; console.log(user.name);',
      'let user; user = await load(); console.log(user.name);',
    ),
    inAsync(
      'let user; try { user = «load()»; } catch {} console.log(user?.name);',
      'let user; try { user = await load(); } catch {} console.log(user?.name);',
    ),
    inAsync('const n: number = «count()»;', 'const n: number = await count();', {
      message: /only a value of the type `number` fits/,
    }),
    inAsync('let n: number; n = «count()»;', 'let n: number; n = await count();'),
    inAsync('items[0]?.repeat(«count()»);', 'items[0]?.repeat(await count());'),
    inAsync(
      'const ages = new Map<string, number>(); const n = «count()»; ages.set("a", n);',
      'const ages = new Map<string, number>(); const n = await count(); ages.set("a", n);',
    ),
    inAsync('console.log(«count()»);', 'console.log(await count());', { message: /printed is the promise/ }),
    inAsync('const user = «load()»; console.log(user);', 'const user = await load(); console.log(user);'),
    inAsync('return JSON.stringify(«load()»);', 'return JSON.stringify(await load());', { message: /{}/ }),
    inAsync('if («load()» === null) return;', 'if (await load() === null) return;'),
    inAsync('return String(«count()»);', 'return String(await count());'),
    inAsync(
      'const find = async () => items[0]; if («find()» === undefined) return;',
      'const find = async () => items[0]; if (await find() === undefined) return;',
    ),
    inAsync(
      'const find = async () => items[0]; const one = «find()»; if (!one) throw new Error(); return one;',
      'const find = async () => items[0]; const one = await find(); if (!one) throw new Error(); return one;',
      { preferred: false },
    ),
    inAsync(
      'const p = Promise.all([count()]); if («p») console.log(await p);',
      'const p = Promise.all([count()]); if (await p) console.log(await p);',
    ),
    inAsync(
      "const assert = await import('node:assert/strict'); assert.equal(«count()», 1);",
      "const assert = await import('node:assert/strict'); assert.equal(await count(), 1);",
    ),
    inAsync(
      'declare function expect(value: unknown): { not: { toBe(other: unknown): void } }; expect(«count()»).not.toBe(1);',
      'declare function expect(value: unknown): { not: { toBe(other: unknown): void } }; expect(await count()).not.toBe(1);',
    ),
  ]);
  valid([
    inMain(
      'const deferred = <T>() => { const tools = {} as { resolve(value: T): void }; return Object.assign(new Promise<T>(() => {}), tools); };\n  const job = deferred<any>(); console.log(job.later); await job;',
    ),
    inMain('const job = (items.length > 0 && check()) || Promise.resolve(false); console.log(await job);'),
    inMain('const job = check(); console.log(await (items.length > 0 ? job : undefined));'),
    inMain('const p = save(); if (p === save()) await p;'),
    inMain('const user = load(); console.log((await user).name);'),
    inMain('const user = await load(); console.log(user.name);'),
    inMain('let p: Promise<void> | undefined; if (p) await p;'),
    inMain(
      'const cache: Record<string, Promise<void>> = {}; if (cache["a"]) await cache["a"]; if (!cache["b"]) cache["b"] = save();',
    ),
    inMain('const cache = new Map<string, Promise<void>>(); const hit = cache.get("a"); if (hit) await hit;'),
    inMain('const p = save(); console.log(p); await p;'),
    inMain('const p = save(); return { p };'),
    inMain('const p = save(); return () => p;'),
    inMain('const _p = save();'),
    inMain(
      'const all: Promise<number>[] = []; all.push(count()); let last: Promise<number> | number = count(); last = 1; return [all, last];',
    ),
    inMain('const p = check(); if (p) console.log(await p);'),
    inMain(
      'const make = () => { const tools = {}; return Object.assign(new Promise<any>((resolve) => Object.assign(tools, { resolve })), tools); }; const p = make(); return p.resolve;',
    ),
    inMain(
      'declare function expect(value: unknown): { resolves: { toBe(other: unknown): Promise<void> }; toBe(other: unknown): void }; const p = count(); await expect(p).resolves.toBe(1); expect(p).toBe(p);',
    ),
    inMain('console.log(typeof count(), count() instanceof Promise);'),
    inMain('const p = save(); console.log(p !== undefined, p != null); await p;'),
    'class Lazy { private ready?: Promise<void>; get() { this.ready ??= this.load(); if (this.ready) return this.ready; return undefined; } private async load() {} }\nexport { Lazy };\n',
    `${given}export const kept = save();\n`,
  ]);
  valid(
    ['const p = Promise.resolve(1);\np.cancel = () => {};\np.cancel();\nmodule.exports = p;\n'],
    'old.js',
  );
});
