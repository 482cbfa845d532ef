import { invalid, valid } from './support/cases';

const id = 'swallowed-cancellation';
const head = "import { setTimeout as sleep } from 'node:timers/promises';\n";
const program = (code: string) => head + code;

describe('swallowed-cancellation in TypeScript', () => {
  invalid(id, [
    {
      code: program(
        "export async function work(signal: AbortSignal) {\n  try {\n    await sleep(1000, undefined, { signal });\n  } «catch» (error) {\n    if (error instanceof Error && error.name === 'AbortError') {\n      console.log('stopped');\n    }\n  }\n  console.log('goes on');\n}\n",
      ),
      fixed: program(
        "export async function work(signal: AbortSignal) {\n  try {\n    await sleep(1000, undefined, { signal });\n  } catch (error) {\n    if (error instanceof Error && error.name === 'AbortError') {\n      console.log('stopped');\n      throw error;\n    }\n  }\n  console.log('goes on');\n}\n",
      ),
      preferred: false,
      message: /whoever aborts `signal`/,
    },
    {
      code: program(
        "export async function work(options: { signal?: AbortSignal }) {\n  try {\n    return await fetch('/menu', { signal: options.signal ?? null });\n  } «catch» (error) {\n    console.error(error);\n  }\n  return undefined;\n}\n",
      ).replace('options.signal ?? null', 'options.signal'),
      fixed: program(
        "export async function work(options: { signal?: AbortSignal }) {\n  try {\n    return await fetch('/menu', { signal: options.signal });\n  } catch (error) {\n    if (options.signal.aborted) throw error;\n    console.error(error);\n  }\n  return undefined;\n}\n",
      ).replace('options.signal.aborted', 'options.signal?.aborted'),
      preferred: false,
    },
    {
      code: program(
        'export async function work({ signal }: { signal: AbortSignal }) {\n  for (;;) {\n    try {\n      await sleep(1000, undefined, { signal });\n    } «catch» {\n    }\n  }\n}\n',
      ),
      fixed: program(
        'export async function work({ signal }: { signal: AbortSignal }) {\n  for (;;) {\n    try {\n      await sleep(1000, undefined, { signal });\n    } catch (error) { if (signal.aborted) throw error; \n    }\n  }\n}\n',
      ),
      preferred: false,
    },
    {
      code: program(
        "export async function work(signal: AbortSignal) {\n  try {\n    await sleep(1, null, { signal });\n  } «catch» (error: any) {\n    if (error.name !== 'AbortError') throw error;\n  }\n}\n",
      ),
      fixed: program(
        "export async function work(signal: AbortSignal) {\n  try {\n    await sleep(1, null, { signal });\n  } catch (error: any) {\n    if (error.name !== 'AbortError') throw error;\n    throw error;\n  }\n}\n",
      ),
      preferred: false,
    },
  ]);
  invalid(id, [
    {
      code: program(
        "export async function work(signal: AbortSignal) {\n  try {\n    return await fetch('/menu', { signal });\n  } «catch» (error: any) {\n    switch (error.name) {\n      case 'AbortError':\n        return null;\n      default:\n        throw error;\n    }\n  }\n}\n",
      ),
      fixed: program(
        "export async function work(signal: AbortSignal) {\n  try {\n    return await fetch('/menu', { signal });\n  } catch (error: any) {\n    switch (error.name) {\n      case 'AbortError':\n        throw error;\n      default:\n        throw error;\n    }\n  }\n}\n",
      ),
      preferred: false,
    },
  ]);
  valid(
    [
      program(
        "export async function work(signal: AbortSignal) {\n  try {\n    return await fetch('/menu', { signal });\n  } catch (error: any) {\n    switch (error.name) {\n      case 'AbortError':\n        return;\n      default:\n        throw error;\n    }\n  }\n}\n",
      ),
      program(
        "export async function work(signal: AbortSignal) {\n  try {\n    await sleep(1, null, { signal });\n  } catch (error: any) {\n    if (error.name === 'AbortError') {\n      return;\n    }\n    throw error;\n  }\n  console.log('done');\n}\n",
      ),
      program(
        "let closed = false;\nexport async function work(signal: AbortSignal) {\n  try {\n    return await fetch('/menu', { signal });\n  } catch (error: any) {\n    if (closed && error.name === 'AbortError') {\n      return undefined;\n    }\n    throw error;\n  }\n}\nexport const close = () => { closed = true; };\n",
      ),
      'export async function work(signal: AbortSignal) {\n  try { await sleep(1, null, { signal }); } catch (error) { console.log(error); throw error; }\n}\n',
      'export async function work(signal: AbortSignal) {\n  try { await sleep(1, null, { signal }); } finally { console.log(1); }\n}\n',
      "export async function main() {\n  const controller = new AbortController();\n  setTimeout(() => controller.abort(), 10);\n  try { await sleep(1, null, { signal: controller.signal }); } catch (error) { console.log('stopped', error); }\n}\n",
      'export async function work(signal: AbortSignal) {\n  while (!signal.aborted) {\n    try { await sleep(1, null, { signal }); } catch { console.log("again"); }\n  }\n}\n',
      'export async function work(signal: AbortSignal) {\n  try { await sleep(1, null, { signal }); } catch (error) { return { error }; }\n  return {};\n}\n',
      'export async function work(signal: AbortSignal) {\n  try { await sleep(1, null, { signal }); } catch {}\n}\n',
      'export async function work() {\n  try { await sleep(1); } catch (error) { console.log(error); }\n}\n',
      'export async function work(signal: AbortSignal, reject: (error: unknown) => void) {\n  try { await sleep(1, null, { signal }); } catch (error) { reject(error); }\n}\n',
    ].map((code) => program(code)),
    undefined,
    id,
  );
});
