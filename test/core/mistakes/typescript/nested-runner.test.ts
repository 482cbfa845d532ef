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
    'export const nap = () => new Promise<void>((resolve) => { setTimeout(resolve, 1); });\n',
    'export async function main() {\n  await (async () => {})();\n  const job = (async () => {})();\n  await job;\n  void (async () => {})();\n  (async () => {})().catch(console.error);\n}\n',
    '(async () => { await Promise.resolve(); })();\nexport {};\n',
    'class Promise { constructor(readonly work: unknown) {} }\nexport const own = new Promise(async () => {});\n',
    "import { Effect } from 'effect';\nEffect.runPromise(Effect.succeed(1));\n",
    "import { createSyncFn } from 'synckit';\nexport const run = createSyncFn('./w');\nrun();\n",
  ]);
});
