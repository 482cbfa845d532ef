/** A program in TypeScript that says what every async syntax did, in the order it did it. */
export const everySyntax = `#!/usr/bin/env node
'use strict';
import { setTimeout as pause } from 'node:timers/promises';
type Dish = { readonly name: string };
const log = (...parts: readonly unknown[]): void => console.log(...parts);

class Kitchen<T extends Dish> {
  static readonly open: boolean = true;
  static { log('static block', typeof Kitchen); }
  #served = 0;
  declare private ghost: string;
  async #cook(dish: T, ...rest: readonly number[]): Promise<T> {
    await pause(1);
    log('cook', dish.name, rest.length, arguments.length, this.#served++);
    return dish;
  }
  async ['ser' + 've'](dish: T = { name: 'toast' } as T) { return this.#cook(dish, 1, 2) }
  get waiter() { return async <Q,>(q: Q): Promise<Q> => q; }
  async *courses(): AsyncGenerator<number> {
    try { yield 1; const got: unknown = yield 2; log('got', got); yield* [3, Promise.resolve(4)]; } finally { await null; log('closed'); }
  }
  static async make() { return new this(); }
}
class Grill extends Kitchen<Dish> {
  async serve(dish?: Dish) { const s = await super['serve' as 'waiter' & 'serve'](dish); return s; }
}
const menu = { async today() { return (this as object) === menu; }, async ['x'](): Promise<number> { return 1 }, async 5() { return await 5 } };
async function defaults(a = menu.today(), { b = pause(1, 'b'), ...others }: any = {}, [c = async () => 3] = []) {
  return [await a, await b, await c(), others];
}
const arrow = async (x: number): Promise<{ x: number }> => ({ x });
const chained = async (x: number) => await arrow(x)
async function strictly() { "use strict" /* directive */
  await null; return (function (this: unknown) { return this })() }
const commented = async () => /* one */ (await arrow(1) // two
  ).x
function hoist() { return inner(); async function inner() { return target(); function target() { return 'hoisted'; } } }
function Old(this: any) { this.made = (async () => new.target === Old)(); }

async function main() {
  const grill = new Grill();
  log(await grill.serve(), await (await Kitchen.make()).serve());
  log(await grill.waiter(7), await menu.today(), await menu.x(), await menu[5]());
  log(await defaults(), await defaults(Promise.resolve(1), { b: 2, z: 3 }, [async () => 4]));
  log(await strictly(), await chained(2), await commented(), await hoist(), await (new (Old as any)()).made);
  outer: for await (const n of grill.courses()) {
    for await (const m of [n, Promise.resolve(10)]) { if (m === 10) continue outer; if (n === 3) break outer; log('n', n, m); }
  }
  if (grill) for await (const n of grill.courses()) log('once', n);
  else log('never');
  do { await null } while (await false)
  const re = /await \\/ x/g, text = \`await \${await arrow(1).then(({ x }) => \`\${x}\`)} async () => {}\`
  log(re.source, text, typeof await null, -(await 2), !await 0, [...await Promise.all([1, arrow(2)])].length)
  switch (await 1) { case await 1: log('case'); default: log('fallthrough') }
  label: { try { await Promise.reject(new TypeError('no')); } catch { break label; } finally { log('finally'); } }
  try { await (async () => { throw await Promise.resolve('thrown'); })(); } catch (error) { log(error); }
  const settled = await Promise.allSettled([arrow(1), Promise.reject(1), pause(1)]);
  log(settled.map((one) => one.status).join(), await Promise.race([pause(50, 'slow'), pause(1, 'fast')]), await Promise.any([Promise.reject(0), 5]));
  const { value = await arrow(9), ['va' + 'lue']: again } = {} as Record<string, unknown>;
  log(value, again, (await arrow(3))?.x, (await null)?.['x'], await void 0, (await 1, await 2));
  log(await new Promise<number>((resolve) => setTimeout(resolve, 1, 42)), await { then(f: (n: number) => void) { f(8); } });
  for (let i = await 0; i < await 2; i += await 1) log(i);
  while (!(await true)) {}
  return arrow(11)
}
export default async function () { return main(); }
log(typeof await import('node:fs'), await main());
export const last = await chained(1) as { x: number }
log(last satisfies object)
`;
