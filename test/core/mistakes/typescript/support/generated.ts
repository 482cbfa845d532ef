/** Has every mistake, in several forms: what half-written and generated programs are made of. */
export const allMistakes = `import { readFileSync, mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
declare function save(name?: string): Promise<void>;
declare function getUser(id: number): Promise<{ name: string }>;
class Kitchen {
  #orders: string[] = [];
  async cook(order: string) {
    save(order);
    this.#orders.forEach(async (item) => {
      await save(item);
    });
    const text = readFileSync(order, 'utf8');
    return \`\${save(text)} 😀\`;
  }
  private async add(a: number): Promise<number> { return a + 1; }
  async pay() { console.log(await this.add(1)); }
  close() { await save('till'); }
}
function fib(n: number): number { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
function heavy(rounds: number) { let n = 0; for (let i = 0; i < rounds; i++) n += i; return n; }
const pending = new Promise(async (resolve) => { resolve(1); });
async function work(signal: AbortSignal) {
  for (;;) {
    try { await sleep(1000, undefined, { signal }); } catch (error) { console.log(error); }
  }
}
async function answer() { return 42; }
export async function main() {
  const kitchen = new Kitchen();
  if (kitchen.cook('soup')) console.log(<T,>(x: T) => x);
  for (const x of [1, 2]) { switch (x) { case 1: save('a'); break; default: } }
  (async () => { await pending; })();
  while (Date.now() < 5) {}
  mkdirSync('a');
  const one = await getUser(1);
  const two = await getUser(2);
  for (const id of [1, 2]) { const user = await getUser(id); console.log(user.name, one, two); }
  for (let i = 0; i < 1e9; i++) { heavy(i); }
  console.log(fib(40), heavy(1e9), await answer());
  await Promise.race([save(), new Promise((_, reject) => setTimeout(reject, 100))]);
  await work(new AbortController().signal);
}
main();
`;

/** A generator of numbers from 0 up to `limit`, the same ones each time. */
export function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % limit;
  };
}

/** How many programs a test tries: `few`, or as many as the environment asks for. */
export function rounds(few: number): number {
  return Number(process.env['ASYNC_TUTOR_FUZZ'] ?? few);
}

const bodies: readonly string[] = [
  'save();',
  'save(«name»).then(() => 1);',
  'if (check()) console.log(1);',
  'const text = `${count()}`; console.log(text);',
  'const user = getUser(1); console.log(user.name);',
  'for (const tag of list()) console.log(tag);',
  'items.forEach(async (item) => { await save(item); });',
  "console.log(readFileSync('a', 'utf8').length);",
  "mkdirSync('a');",
  "console.log(gzipSync('a').length);",
  "console.log(execSync('ls').toString());",
  'await new Promise<void>(async (resolve) => { await save(); resolve(); });',
  '(async () => { await save(); })();',
  'const a = await getUser(1);\n  const b = await getUser(2);\n  console.log(a, b);',
  'for (const item of items) { console.log(await getUser(item.length)); }',
  'for (let i = 0; i < 1e8; i++) { total += i; }',
  'console.log(fib(35), config());',
  "await Promise.race([save(), new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 9))]);",
  "try { await sleep(1, null, { signal }); } catch (error) { console.log('late'); }\n  total += 1;",
  'while (Date.now() < total) {}',
  'plain();',
  'console.log(await answer());',
  'save(),\n  save();',
  'check() ? save() : getUser(1);',
  'const jobs = [save(), save()]; console.log(jobs.length);',
  'const found = items.filter(async (item) => (await getUser(item.length)).name); console.log(found);',
  'const names = items.map(async (item) => (await getUser(item.length)).name); console.log(names[0]);',
  'while (check()) { total += 1; break; }',
  "console.log('n' + count(), !check(), count() > 3);",
  'const { name } = getUser(1); console.log(name);',
  'let user = getUser(1); user = getUser(2); console.log(user.name);',
  'new Promise<void>((resolve) => { setTimeout(resolve, 1); });',
  'for (const item of items) { await save(item); }',
  'let sum = 0; for (const item of items) sum += (await getUser(item.length)).name.length; console.log(sum);',
  'for (let i = 0; i < 3; i++) await save(String(i));',
  "await Promise.race([getUser(1), new Promise<never>((_, fail) => { setTimeout(fail, 9, new Error('late')); })]);",
  'try { await save(); } catch { total += 1; }',
  "try { await fetch('x', { signal }); } catch (error) { console.error(error); }",
  "const text = readFileSync('a'); const more = readFileSync('b', 'utf8'); console.log(text, more);",
  "if (gzipSync('a').length) mkdirSync('b', { recursive: true });",
  'console.log(twice());',
  'save().then(() => { plain(); });',
];

/** What may stand around the statements of a body, and how they may be written. */
const manners: readonly ((body: string) => string)[] = [
  ...Array.from({ length: 4 }, () => (body: string) => body),
  (body) => `if (total > 0) { ${body} } else total -= 1;`,
  (body) => `for (const once of [1]) {\n    total += once;\n    ${body}\n  }`,
  (body) => `switch (total) { case 1: { ${body} } break; default: }`,
  (body) => `try { ${body} } finally { total = 0 }`,
  (body) => `// before\n  ${body} // after\n  /* end */`,
  (body) => `{\n\t${body.replaceAll('; ', ';\n\t')}\n  }`,
  (body) => body.replaceAll(/;$/gm, ''),
  (body) => `await Promise.all([1].map(async () => { ${body} }));`,
  (body) => `const inner = async () => { ${body} };\n  await inner();`,
  (body) => `const plainly = () => { ${body.replaceAll('await ', '')} };\n  plainly();`,
];

const wrappers: readonly ((body: string, index: number) => string)[] = [
  (body, index) => `export async function step${index}(signal: AbortSignal) {\n  ${body}\n}\n`,
  (body, index) =>
    `const step${index} = async (signal: AbortSignal) => {\n  ${body}\n};\nawait step${index}(AbortSignal.timeout(1));\n`,
  (body, index) =>
    `class Step${index} {\n  async run(signal: AbortSignal) {\n    ${body}\n  }\n}\nexport const made${index} = new Step${index}();\n`,
  (body, index) =>
    `function step${index}(signal: AbortSignal) {\n  ${body.replaceAll('await ', '')}\n  return signal;\n}\nexport const shown${index} = [step${index}(AbortSignal.timeout(1))];\n`,
];

const head = `import { mkdirSync, readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
declare function save(name?: string): Promise<void>;
declare function getUser(id: number): Promise<{ name: string }>;
declare function check(): Promise<boolean>;
declare function count(): Promise<number>;
declare function list(): Promise<string[]>;
declare const items: string[];
const twice = () => config() + config();
let total = 0;
function fib(n: number): number { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
function config() { return readFileSync('a', 'utf8'); }
function plain() { await save(); }
async function answer() { return 42; }
console.log(total, fib, config, plain, answer, sleep, gzipSync, execSync, mkdirSync);
`;

/** A program of a few steps, each with a mistake of some kind in a function of some kind. */
export function program(next: (limit: number) => number): string {
  const steps = Array.from({ length: 2 + next(4) }, (_, index) => {
    const body = bodies[next(bodies.length)]?.replace('«name»', "'x'") ?? '';
    const manner = manners[next(manners.length)]?.(body) ?? body;
    return wrappers[next(wrappers.length)]?.(manner, index) ?? '';
  });
  return (
    head.replace('console.log(total, fib, config, plain, answer, ', 'console.log(total, ') + steps.join('')
  ).replaceAll('\n', next(5) === 0 ? '\r\n' : '\n');
}
