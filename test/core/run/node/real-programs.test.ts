import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Reader } from './reader';
import { assertSame, folderWith, nodes, runRecorded } from './recorded';

const programs = {
  'server.mjs': `import http from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const orders = new Map();
let nextId = 1;

async function body(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

async function route(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (request.method === 'POST') {
    const order = await body(request);
    const id = nextId++;
    orders.set(id, order);
    await sleep(2);
    response.writeHead(201).end(JSON.stringify({ id }));
  } else if (orders.has(Number(pathname.slice(1)))) {
    response.end(JSON.stringify(orders.get(Number(pathname.slice(1)))));
  } else {
    throw new RangeError('no such order');
  }
}

const server = http.createServer((request, response) => {
  route(request, response).catch((error) => response.writeHead(404).end(error.message));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const base = \`http://127.0.0.1:\${server.address().port}/\`;

async function customer(name) {
  const seen = [];
  for (let round = 0; round < 10; round++) {
    const made = await fetch(base, { method: 'POST', body: JSON.stringify({ name, round }) });
    const { id } = await made.json();
    const order = await (await fetch(base + id)).json();
    seen.push(order.name === name && order.round === round);
  }
  const lost = await fetch(base + 'lost');
  return [name, seen.every(Boolean), lost.status, await lost.text()].join(' ');
}

const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => customer('c' + index)));
console.log(answers.join('\\n'), orders.size);
server.closeAllConnections();
server.close();
`,
  'crawler.mjs': `import { EventEmitter, once } from 'node:events';
class Site extends EventEmitter {
  pages = new Map(Array.from({ length: 40 }, (_, id) => [id, [(id * 3 + 1) % 40, (id * 7 + 2) % 40]]));
  async load(id) {
    await new Promise((resolve) => setTimeout(resolve, 1 + (id % 4)));
    if (id % 13 === 5) throw new Error('page ' + id + ' is gone');
    return this.pages.get(id);
  }
}
class Queue {
  #items = []; #takers = []; #open = 0;
  put(item) { this.#open++; const taker = this.#takers.shift(); if (taker) taker(item); else this.#items.push(item); }
  async take() {
    if (this.#items.length > 0) return this.#items.shift();
    return this.#open === 0 ? null : new Promise((resolve) => this.#takers.push(resolve));
  }
  finish() { if (--this.#open === 0) { for (const taker of this.#takers) taker(null); this.#takers = []; } }
  async *[Symbol.asyncIterator]() { for (let item = await this.take(); item !== null; item = await this.take()) yield item; }
}
const site = new Site(), queue = new Queue(), seen = new Set(), broken = [];
const visit = (id) => { if (!seen.has(id)) { seen.add(id); queue.put(id); } };
async function worker() {
  let count = 0;
  for await (const id of queue) {
    try { for (const link of await site.load(id)) visit(link); count++; }
    catch (error) { broken.push(error.message); }
    finally { queue.finish(); }
  }
  return count;
}
visit(0);
const counts = await Promise.all(Array.from({ length: 4 }, worker));
console.log(seen.size, counts.reduce((a, b) => a + b), broken.sort().join());
`,
  'bot.cjs': `const { EventEmitter, on, once } = require('node:events');
const { AsyncLocalStorage } = require('node:async_hooks');
const context = new AsyncLocalStorage();
class Gateway extends EventEmitter {
  connect(lines) {
    let next = 0;
    const beat = setInterval(() => {
      if (next < lines.length) this.emit('message', { author: 'u' + (next % 3), text: lines[next++] });
      else { clearInterval(beat); this.emit('close'); }
    }, 2);
    setImmediate(() => this.emit('ready'));
  }
}
const commands = {
  ping: async () => 'pong',
  wait: async (ms) => { await new Promise((resolve) => setTimeout(resolve, Number(ms))); return 'waited'; },
  fail: async () => { throw new TypeError('no'); },
};
class Bot {
  #gateway; #sent = []; #busy = new Set(); #limits = new Map();
  constructor(gateway) {
    this.#gateway = gateway;
    gateway.on('message', (message) => { this.#track(context.run(message.author, () => this.#handle(message))); });
    gateway.once('ready', async () => { await null; this.#say('ready'); });
  }
  #track(promise) { this.#busy.add(promise); promise.finally(() => this.#busy.delete(promise)); }
  #say(text) { this.#sent.push((context.getStore() ?? '-') + ' ' + text); }
  async #handle({ author, text }) {
    const before = this.#limits.get(author) ?? Promise.resolve();
    const turn = before.then(async () => {
      const [, name, argument] = /^!(\\w+) ?(.*)$/.exec(text) ?? [];
      if (!(name in commands)) return;
      try { this.#say(await commands[name](argument)); } catch (error) { this.#say(error.name); }
    });
    this.#limits.set(author, turn);
    await turn;
  }
  async run(lines) {
    const closed = once(this.#gateway, 'close');
    this.#gateway.connect(lines);
    await closed;
    await Promise.allSettled([...this.#busy]);
    return this.#sent;
  }
}
new Bot(new Gateway()).run(['!ping', '!wait 12', 'hello', '!fail', '!ping', '!wait 1', '!ping']).then((sent) => {
  for (const author of ['-', 'u0', 'u1', 'u2']) console.log(sent.filter((line) => line.startsWith(author)).join(', '));
});
`,
} as const;

/** How many lanes of each name a program has. */
const lanes: Readonly<Record<keyof typeof programs, Readonly<Record<string, number>>>> = {
  'server.mjs': { 'server.mjs': 1, customer: 10, route: 210, body: 100 },
  'crawler.mjs': { 'crawler.mjs': 1, worker: 4, load: 40 },
  'bot.cjs': {
    'bot.cjs': 1,
    run: 1,
    '#handle': 7,
    ping: 3,
    wait: 2,
    fail: 1,
    'then callback': 7,
    'once callback': 1,
  },
};

for (const node of nodes) {
  describe(`A program as people write them, recorded on ${node}`, () => {
    const folder = folderWith(programs);
    after(() => {
      folder.remove();
    });

    for (const [name, expected] of Object.entries(lanes)) {
      it(`does what it does alone, on the virtual clock too, and nothing of it is lost: ${name}`, async () => {
        const { recorded } = await assertSame(join(folder.path, name), { node });
        assert.equal(recorded.code, 0);
        const reader = new Reader(recorded.events);
        for (const [lane, count] of Object.entries(expected)) {
          assert.equal(reader.lanes(lane).length, count, lane);
        }
        const open = reader.all('lane').filter(([, , id]) => Number.isNaN(reader.life(id)[1]));
        assert.deepEqual(open, []);
        const printed = reader.all('out').map(([, , , , text]) => text);
        assert.equal(printed.join(''), recorded.stdout);
        const times = recorded.events.filter(([tag]) => tag !== 'wake').map(([, time]) => time);
        assert.deepEqual(
          times,
          times.toSorted((a, b) => a - b),
        );
        const virtual = await runRecorded(join(folder.path, name), { node, clock: 'virtual' });
        assert.deepEqual([virtual.stdout, virtual.code], [recorded.stdout, recorded.code]);
      });
    }
  });
}
