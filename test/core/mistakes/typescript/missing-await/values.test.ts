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
    inMain('console.log(String(count()), typeof count(), count() instanceof Promise);'),
    inMain('console.log(save() !== undefined, save() != null);'),
    'class Lazy { private ready?: Promise<void>; get() { this.ready ??= this.load(); if (this.ready) return this.ready; return undefined; } private async load() {} }\nexport { Lazy };\n',
    `${given}export const kept = save();\n`,
  ]);
  valid(
    ['const p = Promise.resolve(1);\np.cancel = () => {};\np.cancel();\nmodule.exports = p;\n'],
    'old.js',
  );
});
