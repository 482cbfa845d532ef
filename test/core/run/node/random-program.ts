/** What the Node knows that is to run the program. */
export interface Dialect {
  /** True for Node 24 and younger ones. */
  readonly hasUsing: boolean;
}

/**
 * Writes random async programs whose every step logs itself, so that two runs of one can be compared. Timers all
 * have one duration: Node then calls them in the order they were made, however busy the machine is. Every other
 * program is to be the body of an ES module, with `await` at its top level.
 */
export function randomProgram(seed: number, dialect: Dialect): string {
  const writer = new Writer(seed, dialect);
  const functions = [0, 1, 2].map((index) => writer.asyncFunction(index));
  return [
    ...functions,
    writer.classWithMethods(),
    `async function main() { ${writer.statements(4, 2)} }`,
    `main().then((value) => log('end', typeof value), (error) => log('failed', String(error && error.message)));`,
    `f0(2).catch((error) => log('caught', error.message));`,
    `let chain = Promise.resolve(); for (let step = 0; step < 8; step++) chain = chain.then(() => log('chain', step));`,
    ...(isModule(seed)
      ? ['try {', writer.statements(2, 2), `} catch (error) { log('top', error.message); }`]
      : []),
  ].join('\n');
}

/** True for the programs that are to be ES modules. */
export function isModule(seed: number): boolean {
  return seed % 2 === 0;
}

class Writer {
  #state: number;
  #next = 0;

  constructor(
    seed: number,
    private readonly dialect: Dialect,
  ) {
    this.#state = (seed * 2654435761) >>> 0 || 1;
  }

  asyncFunction(index: number): string {
    const parameters = this.#pick([
      'n',
      'n, p = Promise.resolve(n)',
      'n, { q = ++depth < MOST_CALLS ? f1(0) : 0 } = {}',
      'n, p = log("default") ?? (async () => n)()',
    ]);
    const last = this.#pick(['return', 'await', 'return await', 'void 0,']);
    return `async function f${index}(${parameters}) {
  if (++depth > MOST_CALLS) return n;
  if (n <= 0) ${this.#pick(['return Promise.resolve(n)', 'return n', 'throw new Error("deep")'])};
  log('in${index}');
  ${this.statements(2, 1).replace(/f(\d)\((\d)\)/g, 'f$1(n - 1)')}
  ${last} f${this.#below(3)}(n - 1);
}
async function* g${index}(n) {
  if (++depth > MOST_CALLS) return;
  ${this.statements(1, 1).replace(/f(\d)\((\d)\)/g, 'f$1(n - 1)')}
  yield ${this.#expression(0).replace(/f(\d)\((\d)\)/g, 'f$1(n - 1)')};
  try { log('sent', await (yield n)); } finally { log('closing'); await null; log('closed'); }
  ${this.#pick(['yield* [n, Promise.resolve(n)];', 'if (n > 0) yield* g0(n - 1);', 'return n;'])}
}`;
  }

  classWithMethods(): string {
    return `class Kitchen {
  static #open = true;
  #left = 2;
  async #cook(n) { if (++depth > MOST_CALLS) return n; await null; log('cook', this.#left--, arguments.length, new.target === undefined); ${this.statements(1, 1)} return n; }
  async ['ser' + 've'](n = this.#cook(1)) { try { return await n; } finally { log('served', Kitchen.#open); } }
  get waiter() { return async () => this.#cook(await 2); }
  static async close() { return super.toString === Object.toString; }
  static { (async () => { log('static', await this.close()); })(); }
  async *#courses(n) { yield* [n, this.#cook(0)]; }
  async *[Symbol.asyncIterator]() { "use strict"; try { for await (const course of this.#courses(2)) yield course; } finally { log('cleared'); } }
  set table(n) { this.#cook(n).then(() => log('set', n), (error) => log('unset', error.message)); }
  static later = async (n = Kitchen.close()) => { return [await n, typeof this]; };
}
class Diner extends Kitchen { async serve() { log('super'); return super.serve(); } }`;
  }

  statements(count: number, depth: number): string {
    return Array.from({ length: count }, () => this.#statement(depth)).join('\n  ');
  }

  #statement(depth: number): string {
    const id = this.#next++;
    const value = this.#expression(depth);
    const inner = (): string => (depth > 0 ? this.#statement(depth - 1) : `log('leaf${id}');`);
    const makers: readonly (() => string)[] = [
      () => `log('s${id}', typeof await ${value});`,
      () =>
        `try { await ${value}; ${inner()} } catch (error) { log('c${id}', error.message); } finally { log('f${id}'); ${inner()} }`,
      () =>
        `Promise.resolve(${value}).then((v) => log('t${id}', typeof v), (e) => log('r${id}', e.message));`,
      () => `for (let i = 0; i < ${1 + this.#below(2)}; i++) { ${inner()} }`,
      () => `queueMicrotask(() => log('q${id}')); process.nextTick(() => log('n${id}'));`,
      () => `const v${id} = await ${value}, w${id} = (await null, 1); log('v${id}', typeof v${id}, w${id});`,
      () => `for await (const x of [${this.#expression(0)}, 2]) { log('x${id}', typeof x); ${inner()} }`,
      () =>
        `outer${id}: for (const a of [1, 2]) for await (const b of g${this.#below(3)}(1)) { log('y${id}', typeof b); ${this.#pick(['break', `continue outer${id}`, `break outer${id}`, ''])}; }`,
      () => `if (await ${value}) { ${inner()} } else { ${inner()} }`,
      () => `switch (await null) { case await null: { ${inner()} } break; default: log('d${id}'); }`,
      () =>
        `log(\`m${id} \${typeof await ${value}}\`, (await [1])[0], { async k() { return await this; } }.k instanceof Function);`,
      () =>
        `const { z${id} = await ${value} } = {}; log('z${id}', typeof z${id}); { function f() { return 1; } log(f()); }`,
      () =>
        `for await (const x of new Kitchen()) { log('w${id}', typeof x); ${this.#pick(['break;', inner(), ''])} }`,
      () =>
        `try { const g = g${this.#below(3)}(1); log('i${id}', JSON.stringify(await g.next())); await g.${this.#pick(['return', 'throw'])}(new Error('g${id}')); } catch (error) { log('j${id}', error.message); }`,
      () =>
        `log('k${id}', await (async function () { try { return ${value}; } ${this.#pick(['catch { return await null; }', "finally { log('fin'); await null; }", 'finally { if (await 1) return 2; }'])} })().then((v) => typeof v, (e) => e.message));`,
      () =>
        `Promise.resolve(${value}).${this.#pick(['finally', 'catch', 'then'])}(function () { log('e${id}', arguments.length); ${this.#pick(['return after();', "throw new Error('z');", 'return f0(0);', ''])} }).then(({}) => log('o${id}'), () => log('a${id}'));`,
      () =>
        `new Kitchen().table = ${this.#below(3)}; log('len${id}', String(f${this.#below(3)}).length, String(Kitchen).length);`,
      () =>
        `do { if (!(await ${value})) continue; log('do${id}', [...(await Promise.all([1, null]))].length, await (1, ${value}), await Kitchen.later?.()); } while (false);`,
      () =>
        this.dialect.hasUsing
          ? `{ await using a${id} = { async [Symbol.asyncDispose]() { await null; log('gone${id}'); } }, b${id} = null; using c${id} = { [Symbol.dispose]() { log('shut${id}'); } }; ${inner()} }`
          : inner(),
      () =>
        `{ const bus${id} = new EventEmitter(); bus${id}.on('x', heard); bus${id}.once('x', async (v) => { log('E${id}', typeof v, bus${id}.off('x', heard).listenerCount('x')); ${inner()} }); bus${id}.emit('x', ${value}); ${this.#pick([`bus${id}.emit('x', 1);`, `log('O${id}', (await Promise.all([once(bus${id}, 'y'), bus${id}.emit('y', 3)])).length);`, ''])} }`,
      () =>
        `{ const stop${id} = new AbortController(); const gone = new Promise((resolve, reject) => stop${id}.signal.addEventListener('abort', () => reject(stop${id}.signal.reason), { once: true })); ${this.#pick(['', 'await null; '])}stop${id}.abort(new Error('A${id}')); await gone.catch((error) => log(error.message, stop${id}.signal.aborted)); }`,
      () =>
        `for await (const part of Readable.from([${this.#expression(0)}, 2, ${value}].map((v) => typeof v))) { log('S${id}', part); ${this.#pick(['break;', inner(), ''])} }`,
      () =>
        `await pipeline(Readable.from(g${this.#below(3)}(1)), async function* (parts) { for await (const part of parts) yield String(typeof part); }, async (parts) => { for await (const part of parts) log('P${id}', part); }).catch((error) => log('B${id}', error.message));`,
      () =>
        `setImmediate(noted); process.nextTick(heard, ${id}); queueMicrotask(heard.bind(null, 'Q${id}')); Promise.resolve(${id}).then(heard);`,
      () =>
        `${this.#pick(['void', 'await after(),', ''])} (async () => { ${inner()} throw new TypeError('U${id}'); })()${this.#pick(['', ".finally(() => log('late'))", '.catch(heard)'])};`,
      () =>
        `class C${id} { #v = ${value}; static async #make(n = new C${id}()) { return n; } get #later() { return Promise.resolve(this.#v).catch(() => 0); } async read() { return typeof await this.#later; } static async run() { return (await C${id}.#make()).read(); } } log('C${id}', await C${id}.run());`,
      () =>
        `label${id}: { for (const a of [1, 2, 3]) { switch (await a) { case 2: ${this.#pick(['break', 'continue'])}; case 3: break label${id}; default: ${inner()} } } log('never${id}'); }`,
      () =>
        `try { ${this.#pick([`const { m${id} } = await void ${value};`, `(await ${value}).nope${id}();`, `for (const x of (await ${value}, await 0)) log(x);`, `(await null)();`, `const [m${id}] = await { a: await ${value} };`, `for await (const x of nobody${id}) log(x);`, `heard(await ${value}).nope();`])} } catch (error) { log('M${id}', error.message); }`,
      () =>
        `await Promise.${this.#pick(['all', 'allSettled', 'race', 'any'])}([${this.#expression(depth)}, ${value}]).then((v) => log('g${id}', JSON.stringify(v)), (e) => log('h${id}', e.constructor.name));`,
    ];
    return this.#pick(makers)();
  }

  #expression(depth: number): string {
    const id = this.#next++;
    const body = depth > 0 ? this.#statement(depth - 1) : `log('b${id}');`;
    const makers: readonly (() => string)[] = [
      () => `Promise.resolve(${id})`,
      () => `${id}`,
      () => `Promise.reject(new Error('e${id}'))`,
      () => `f${this.#below(3)}(${this.#below(3)})`,
      () => `Promise.all([f${this.#below(3)}(1), ${id}, after()])`,
      () => `({ then(resolve) { log('then${id}'); resolve(${id}); } })`,
      () => `after()`,
      () =>
        `(async () => { ${body} return ${this.#pick(['Promise.resolve(1)', 'await Promise.resolve(2)', '{ a: 1 }'])}; })()`,
      () => `(async (x) => ({ x, y: await x }))(f0(1))`,
      () => `new Kitchen().${this.#pick(['serve()', 'waiter()', 'serve(3)'])}`,
      () => `new Diner().serve()`,
      () => `Kitchen?.close?.()`,
      () => `g${this.#below(3)}(1).next()`,
      () =>
        `new Promise((resolve) => { ${this.#pick(['queueMicrotask(resolve)', 'process.nextTick(resolve, 7)'])}; })`,
      () => `Promise.allSettled(new Set([f${this.#below(3)}(0), Promise.race([after(), ${id}])]))`,
      () => `((...all) => Promise.any(all))(Promise.reject(0), f${this.#below(3)}(1).then((v) => v))`,
      () =>
        `new Promise((resolve, reject) => { log('p${id}'); ${this.#pick(['resolve', 'reject'])}(new Error('p${id}')); })`,
    ];
    return this.#pick(makers)();
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }

  #below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }
}

/** What every program finds. Immediates are only counted: how they come between timers is as it happens. */
const prelude = `const { log, after, noted, EventEmitter, once, Readable, pipeline } = globalThis;
const heard = (value) => log('heard', typeof value);
`;

/** A program that runs those of the given seeds, each to its end, and prints what they logged. */
export function batchProgram(seeds: readonly number[], dialect: Dialect): Readonly<Record<string, string>> {
  const files = seeds.map((seed): readonly [string, string] => {
    const program = `let depth = 0; const MOST_CALLS = 40;\n${randomProgram(seed, dialect)}\n`;
    return isModule(seed)
      ? [`program${seed}.mjs`, `${prelude}${program}export {};\n`]
      : [`program${seed}.cjs`, `${prelude}${program}`];
  });
  return {
    ...Object.fromEntries(files),
    'main.js': `const { EventEmitter, once } = require('node:events');
const { Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
Object.assign(globalThis, { EventEmitter, once, Readable, pipeline });
process.on('unhandledRejection', () => undefined);
globalThis.after = () => new Promise((resolve) => setTimeout(resolve, 2));
(async () => {
  for (const name of ${JSON.stringify(files.map(([name]) => name))}) {
    const lines = [];
    let notes = 0;
    globalThis.noted = () => void notes++;
    globalThis.log = (...parts) => void lines.push(parts.join(' '));
    import('./' + name).catch((error) => lines.push(String(error)));
    for (let quiet = 0, seen = 0; quiet < 3 || seen === 0; seen = lines.length) { await after(); quiet = seen === lines.length ? quiet + 1 : 0; }
    console.log(name + ': ' + lines.join('|') + ' ' + notes);
  }
})().catch((error) => { console.log(error); process.exit(1); });
`,
  };
}
