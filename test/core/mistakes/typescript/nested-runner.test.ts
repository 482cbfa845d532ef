import { invalid, valid } from './support/cases';

describe('nested-runner in TypeScript', () => {
  invalid('nested-runner', [
    {
      code: 'export const nap = () => «new Promise»<void>(async (resolve) => { setTimeout(resolve, 1); });\n',
      fixed: 'export const nap = () => new Promise<void>((resolve) => { setTimeout(resolve, 1); });\n',
      message: /stays pending/,
    },
    {
      code: 'declare const load: () => Promise<void>;\nexport const nap = () => «new Promise»<void>(async (resolve) => { await load(); resolve(); });\n',
      fixed:
        'declare const load: () => Promise<void>;\nexport const nap = () => (async (): Promise<void> => { await load(); return; })();\n',
    },
    {
      code: 'declare const load: () => Promise<number>;\nexport function count() {\n  return «new Promise»(async (resolve, reject) => {\n    try {\n      resolve(await load());\n    } catch (error) {\n      reject(error);\n    }\n  });\n}\n',
      fixed:
        'declare const load: () => Promise<number>;\nexport function count() {\n  return (async () => {\n    try {\n      return await load();\n    } catch (error) {\n      throw error;\n    }\n  })();\n}\n',
    },
    {
      code: 'declare const load: () => Promise<number>;\nexport const even = () => «new Promise»<number>(async (done, fail) => {\n  const n = await load();\n  if (n % 2) {\n    fail(new Error("odd"));\n    return;\n  }\n  return done(n);\n});\n',
      fixed:
        'declare const load: () => Promise<number>;\nexport const even = () => (async (): Promise<number> => {\n  const n = await load();\n  if (n % 2) {\n    throw new Error("odd");\n  }\n  return n;\n})();\n',
    },
    {
      code: 'declare const load: () => Promise<number>;\nexport const first = «new Promise»<number>(async resolve => resolve(await load()));\n',
      fixed:
        'declare const load: () => Promise<number>;\nexport const first = (async (): Promise<number> => (await load()))();\n',
    },
    {
      code: 'declare const load: () => Promise<number>;\nexport const odd = () => «new Promise»(async (resolve) => {\n  const n = await load();\n  if (n % 2) resolve(n);\n});\n',
      fixed:
        'declare const load: () => Promise<number>;\nexport const odd = () => (async () => {\n  const n = await load();\n  if (n % 2) return n;\n})();\n',
      preferred: false,
    },
    ...[
      'await load(); setTimeout(resolve, 10);',
      'resolve(1); await load();',
      'try { if (await load()) reject(1); else resolve(1); } catch { resolve(2); }',
      'resolve(/* early */ await load());',
      'await load(); reject(1);',
    ].map((body) => ({
      code: `declare const load: () => Promise<number>;\nexport const job = () => «new Promise»<unknown>(async (resolve, reject) => { ${body} });\n`,
    })),
    {
      code: 'export async function main() {\n  !«(async function () { await Promise.resolve(); })()»;\n}\n',
      fixed:
        'export async function main() {\n  await (async function () { await Promise.resolve(); })();\n}\n',
    },
    {
      code: "import deasync from 'deasync';\nfunction done() { deasync.sleep(10); return true; }\nexport const main = async () => «done()»;\n",
    },
    {
      code: "import { Effect } from 'effect';\nconst now = () => Effect.runSync(Effect.succeed(1));\nexport const program = Effect.gen(function* () {\n  return «now()»;\n});\n",
    },
    {
      code: "import { Effect, pipe } from 'effect';\nexport const program = pipe(Effect.succeed(1), Effect.map((x) => «Effect.runSync(Effect.succeed(x))»));\n",
    },
    {
      code: "import * as Effect from 'effect/Effect';\nexport const program = Effect.fn('program')(function* () {\n  «Effect.runFork(Effect.void)»;\n});\n",
      fixed:
        "import * as Effect from 'effect/Effect';\nexport const program = Effect.fn('program')(function* () {\n  yield* Effect.void;\n});\n",
      preferred: false,
    },
    {
      code: 'export async function main() {\n  «(async () => { await Promise.resolve(); })()»;\n}\n',
      fixed: 'export async function main() {\n  await (async () => { await Promise.resolve(); })();\n}\n',
    },
    {
      code: "import deasync from 'deasync';\nexport async function main() {\n  let done = false;\n  «deasync.loopWhile(() => !done)»;\n}\n",
    },
    {
      code: "import { createSyncFn } from 'synckit';\nconst run = createSyncFn('./w');\nexport async function main() {\n  return «run()»;\n}\n",
    },
    {
      code: "import { Effect } from 'effect';\nexport const program = Effect.gen(function* () {\n  const x = «Effect.runSync(Effect.succeed(1))»;\n  return x;\n});\n",
      fixed:
        "import { Effect } from 'effect';\nexport const program = Effect.gen(function* () {\n  const x = yield* Effect.succeed(1);\n  return x;\n});\n",
    },
  ]);
  valid([
    'declare const load: () => Promise<number>;\nexport const nap = () => new Promise<number>((resolve, reject) => load().then(resolve, reject));\n',
    'export const nap = () => new Promise<void>((resolve) => { setTimeout(resolve, 1); });\n',
    'export async function main() {\n  await (async () => {})();\n  const job = (async () => {})();\n  await job;\n  void (async () => {})();\n  (async () => {})().catch(console.error);\n}\n',
    '(async () => { await Promise.resolve(); })();\nexport {};\n',
    '!(async function () { await Promise.resolve(); })();\nvoid 0;\n+(async () => { await Promise.resolve(); })();\nexport {};\n',
    'class Promise { constructor(readonly work: unknown) {} }\nexport const own = new Promise(async () => {});\n',
    "import { Effect } from 'effect';\nEffect.runPromise(Effect.succeed(1));\n",
    "import { Effect } from 'effect';\nexport const main = Effect.async((resume) => {\n  resume(Effect.succeed(1));\n  setTimeout(() => { Effect.runFork(Effect.void); }, 1);\n});\nexport const log = (text: string) => Effect.runSync(Effect.log(text));\n",
    "import { createSyncFn } from 'synckit';\nexport const run = createSyncFn('./w');\nrun();\n",
  ]);
});
