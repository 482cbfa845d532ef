import { invalid, valid } from './support/cases';
import { inAsync, inMain } from './support/given';

const id = 'leaked-timeout';

describe('leaked-timeout in TypeScript', () => {
  invalid(id, [
    inAsync(
      "await «Promise.race([save(), new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 100))])»;",
      "let timer: ReturnType<typeof setTimeout> | undefined;\n  await Promise.race([save(), new Promise((_, reject) => (timer = setTimeout(() => reject(new Error('late')), 100)))]).finally(() => clearTimeout(timer));",
      { message: /the timer runs on/ },
    ),
    inAsync(
      'const late = new Promise<void>((resolve) => { setTimeout(resolve, 100); });\n  const won = await «Promise.race([save(), late])»;\n  console.log(won);',
      'let timer: ReturnType<typeof setTimeout> | undefined;\n  const late = new Promise<void>((resolve) => { timer = setTimeout(resolve, 100); });\n  const won = await Promise.race([save(), late]).finally(() => clearTimeout(timer));\n  console.log(won);',
    ),
    inAsync(
      "await «Promise.race([fetch('/menu'), new Promise((_, reject) => setTimeout(reject, 100))])»;",
      "await fetch('/menu', { signal: AbortSignal.timeout(100) });",
      { fix: 1, preferred: false },
    ),
    inAsync(
      'const late = (ms: number) => new Promise((_, reject) => setTimeout(reject, ms));\n  await «Promise.race([save(), late(100)])»;',
    ),
    {
      code: "import { setTimeout as sleep } from 'node:timers/promises';\nexport const limited = (work: Promise<void>) => «Promise.race([work, sleep(100)])»;\n",
    },
  ]);
  valid(
    [
      inMain(
        'let timer: ReturnType<typeof setTimeout> | undefined;\n  const late = new Promise((_, reject) => { timer = setTimeout(reject, 100); });\n  try { await Promise.race([save(), late]); } finally { clearTimeout(timer); }',
      ),
      inMain(
        "const controller = new AbortController();\n  const late = new Promise((resolve) => setTimeout(resolve, 100));\n  await Promise.race([fetch('x', { signal: controller.signal }), late]);\n  controller.abort();",
      ),
      inMain('await Promise.race([save(), load()]);'),
      inMain(
        'const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));\n  await Promise.race([nap(10), nap(20)]);',
      ),
      inMain('await Promise.race([save(), new Promise((resolve) => setTimeout(resolve, 100).unref())]);'),
      "import { setTimeout as sleep } from 'node:timers/promises';\nexport const limited = (work: Promise<void>) => Promise.race([work, sleep(100, undefined, { ref: false })]);\n",
      inMain('const jobs = [save(), load()]; await Promise.race(jobs);'),
      "import { setTimeout as sleep } from 'node:timers/promises';\nexport const limited = (work: Promise<void>, signal: AbortSignal) => Promise.race([work, sleep(100, undefined, { signal })]);\n",
    ],
    undefined,
    id,
  );
});
