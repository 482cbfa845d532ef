import { invalid, valid } from '../support/cases';
import { given, inAsync, inMain } from '../support/given';

describe('missing-await: promises that a statement drops', () => {
  invalid('missing-await', [
    inAsync('«save()»;', 'await save();', { message: /^`save\(\)` returns a promise that nobody awaits/ }),
    inAsync('«save()»', 'await save()'),
    inAsync('«save().then(() => 1)»;', 'await save().then(() => 1);'),
    inAsync('«save().then(() => 1, undefined)»;', 'await save().then(() => 1, undefined);'),
    inAsync('«save().finally(() => {})»;', 'await save().finally(() => {});'),
    inAsync('«save().catch()»;', 'await save().catch();'),
    inAsync('items.length > 0 && «save()»;', 'items.length > 0 && await save();'),
    inAsync('items.length > 0 ? «save()» : undefined;', 'items.length > 0 ? await save() : undefined;'),
    inAsync('items.pop(), «save()»;', 'items.pop(), await save();'),
    inAsync('(«save()»);', '(await save());'),
    inAsync('«save()» as Promise<unknown>;', 'await (save() as Promise<unknown>);'),
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
    inAsync(
      'const maybe = (): Promise<void> | undefined => undefined;\n  «maybe()»;',
      'const maybe = (): Promise<void> | undefined => undefined;\n  await maybe();',
      { message: /^`maybe\(\)` may return a promise/ },
    ),
    inAsync(
      'declare const shop: { closed: Promise<void>; orders: Promise<void>[] };\n  «shop.closed»;\n  «shop.orders[0]»;',
      'declare const shop: { closed: Promise<void>; orders: Promise<void>[] };\n  await shop.closed;\n  shop.orders[0];',
    ),
    inAsync('«save().catch(404)»;', 'await save().catch(404);'),
    inAsync('«save().then((error) => error)»;', 'await save().then((error) => error);'),
    inAsync(
      "const note = 'x';\n  «save().then(() => 1, note)»;",
      "const note = 'x';\n  await save().then(() => 1, note);",
    ),
    inAsync('«[save(), 1, load()]»;', 'await Promise.all([save(), 1, load()]);', {
      message: /is a list of promises/,
    }),
    inAsync('declare const both: () => [Promise<void>, string];\n  «both()»;'),
    inAsync(
      'const all = <T extends Promise<void>[] | undefined>(jobs: T) => {\n    «jobs»;\n  };\n  all([]);',
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
    `${given}async function poll() {\n  try {\n    await save();\n  } catch (error) {\n    console.error(error);\n  }\n}\nexport class Timer {\n  constructor() {\n    poll();\n  }\n}\n`,
    inMain('void save();'),
    inMain('save().catch(console.error);'),
    inMain('save().then(() => 1, console.error);'),
    inMain('save().catch(console.error).finally(() => {});'),
    inMain('save().finally(() => {}).catch(console.error);'),
    inMain(
      'declare function ask(name: string, done?: (error: Error | null, user?: string) => void): Promise<string>;\n  ask("a", (error, user) => { console.log(error, user); });',
    ),
    inMain('return save();'),
    inMain('const kept = [save()]; await Promise.all(kept);'),
    inMain('const jobs: Promise<void>[] = []; jobs.push(save()); await Promise.all(jobs);'),
    inMain('const both = items.map((item) => save(item)); await Promise.all(both);'),
    inMain('const later = (done?: () => void) => (done ? done() : save()); later(() => {});'),
    inMain(
      'const later = (done?: () => void): Promise<void> | undefined => (done ? undefined : save()); later(() => {});',
    ),
    inMain('declare const ready: PromiseLike<void>; ready; (() => ready)();'),
    inMain('declare const report: ((error: unknown) => void) | undefined; save().catch(report);'),
    inMain(
      'declare const report: any; declare const other: Function; save().catch(report); save().catch(other);',
    ),
    inMain(
      'const jobs = [save()]; jobs.splice(0, 1); jobs.reverse(); jobs.shift(); await Promise.all(jobs);',
    ),
    inMain('const jobs: Promise<void>[] = []; jobs.push(save()), jobs.length; void jobs;'),
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
