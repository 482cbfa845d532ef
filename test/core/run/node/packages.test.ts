import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Reader } from './reader';
import { assertSame, traceOf, folderWith, nodes, runRecorded } from './recorded';

/** So many requests at once, so often. */
const load = `const load = async (ask) => {
  const answers = [];
  for (let round = 0; round < 10; round++) {
    answers.push(...(await Promise.all(Array.from({ length: 20 }, (_, client) => ask(round * 20 + client)))));
  }
  return answers.join('\\n');
};
`;

const programs = {
  'package.json': '{"private":true}',
  'express.cjs': `const express = require('express');
const { readFile } = require('node:fs/promises');
${load}
const app = express();
app.use(express.json());
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function getOrder(request, response) {
  await sleep(Number(request.params.id) % 7);
  const { length } = await readFile(__filename);
  response.json({ id: request.params.id, length });
}
app.get('/orders/:id', getOrder);
app.post('/orders', async function postOrder(request, response) {
  await sleep(1);
  if (request.body.id % 10 === 3) throw new RangeError('no ' + request.body.id);
  response.status(201).json(request.body);
});
app.use((error, request, response, next) => { response.status(409).json({ error: error.message }); });
const server = app.listen(0, async () => {
  const base = 'http://127.0.0.1:' + server.address().port + '/orders';
  const headers = { 'content-type': 'application/json' };
  async function customer(id) {
    const got = await (await fetch(base + '/' + id)).text();
    const posted = await fetch(base, { method: 'POST', headers, body: JSON.stringify({ id }) });
    return got + posted.status + (await posted.text());
  }
  console.log(await load(customer));
  server.closeAllConnections();
  server.close();
});
`,
  'fastify.mjs': `import Fastify from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
${load}
const app = Fastify();
app.addHook('onRequest', async function authenticate(request) {
  await null;
  if (request.headers.from === 'c13') throw Object.assign(new Error('who?'), { statusCode: 401 });
});
app.get('/menu/:id', async function menu(request) {
  await sleep(Number(request.params.id) % 5);
  return { dish: request.params.id };
});
app.route({ method: 'GET', url: '/slow', handler: (request, reply) => { setTimeout(() => reply.send('slow'), 5); } });
const base = await app.listen({ port: 0, host: '127.0.0.1' });
async function guest(id) {
  const headers = { from: 'c' + (id % 20) };
  const [dish, slow] = await Promise.all([fetch(base + '/menu/' + id, { headers }), fetch(base + '/slow', { headers })]);
  return [dish.status, await dish.text(), slow.status, await slow.text()].join(' ');
}
console.log(await load(guest));
await app.close();
`,
  'bot.mjs': `import { once } from 'node:events';
import { WebSocket, WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
await once(server, 'listening');
server.on('connection', function welcome(socket) {
  socket.send(JSON.stringify({ op: 'hello' }));
  socket.on('message', (data) => {
    const { channel, text } = JSON.parse(data);
    setTimeout(() => { for (const other of server.clients) other.send(JSON.stringify({ op: 'message', channel, text })); }, 2);
  });
});

class Bot {
  #socket; #name; seen = []; #answers = 0;
  constructor(name, url) { this.#name = name; this.#socket = new WebSocket(url); this.#socket.on('message', this.#receive.bind(this)); }
  #receive(data) {
    const { op, channel, text } = JSON.parse(data);
    if (op === 'hello') return;
    this.seen.push(text);
    if (channel === this.#name) this.#answer(text).catch((error) => this.seen.push(error.message));
  }
  async #answer(text) {
    await new Promise((resolve) => setTimeout(resolve, 3));
    if (text === '!fail') throw new Error(this.#name + ' fails');
    this.#socket.send(JSON.stringify({ channel: 'log', text: this.#name + ':' + text + ':' + this.#answers++ }));
  }
  async ready() { await once(this.#socket, 'open'); }
  async close() { this.#socket.close(); await once(this.#socket, 'close'); }
}
const url = 'ws://127.0.0.1:' + server.address().port;
const bots = ['cook', 'waiter', 'guest'].map((name) => new Bot(name, url));
await Promise.all(bots.map((bot) => bot.ready()));
const talker = new WebSocket(url);
await once(talker, 'open');
for (let round = 0; round < 30; round++) {
  talker.send(JSON.stringify({ channel: ['cook', 'waiter', 'guest'][round % 3], text: round === 7 ? '!fail' : 'm' + round }));
  await new Promise((resolve) => setTimeout(resolve, 1));
}
while (bots.some((bot) => bot.seen.length < 59)) await new Promise((resolve) => setTimeout(resolve, 10));
for (const bot of bots) console.log(bot.seen.toSorted().join(' '));
await Promise.all(bots.map((bot) => bot.close()));
talker.close();
server.close();
`,
  'crawler.mjs': `import pLimit from 'p-limit';
import PQueue from 'p-queue';

const pages = new Map(Array.from({ length: 60 }, (_, id) => [id, [(id * 3 + 1) % 60, (id * 7 + 2) % 60]]));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function fetchPage(id) { await sleep(1 + (id % 4)); if (id % 13 === 5) throw new Error('gone ' + id); return pages.get(id); }
const queue = new PQueue({ concurrency: 4 });
const limit = pLimit(2);
const seen = new Set(), saved = [], broken = [];
const save = async (id) => { await sleep(1); saved.push(id); };
async function crawl(id) {
  try {
    for (const link of await fetchPage(id)) visit(link);
    await limit(save, id);
  } catch (error) { broken.push(error.message); }
}
function visit(id) { if (!seen.has(id)) { seen.add(id); void queue.add(() => crawl(id)); } }
visit(0);
await queue.onIdle();
console.log(seen.size, saved.toSorted((a, b) => a - b).join(), broken.toSorted().join());
`,
} as const;

/** How many lanes of each name a program has. */
const lanes = {
  'express.cjs': { 'express.cjs': 1, customer: 200, getOrder: 200, postOrder: 200 },
  'fastify.mjs': { 'fastify.mjs': 1, guest: 200, authenticate: 400, menu: 190 },
  'bot.mjs': { 'bot.mjs': 1, ready: 3, '#answer': 30, close: 3 },
  'crawler.mjs': { 'crawler.mjs': 1 },
} as const satisfies Partial<Readonly<Record<keyof typeof programs, Readonly<Record<string, number>>>>>;

/** Set ASYNC_TUTOR_PACKAGES to install what these programs are made with, and run them. */
describe('A program made with packages of others', function () {
  this.timeout(300_000);
  let folder: ReturnType<typeof folderWith> | undefined;
  before(function () {
    if (process.env['ASYNC_TUTOR_PACKAGES'] === undefined) {
      this.skip();
    }
    folder = folderWith(programs);
    const packages = ['express@5', 'fastify@5', 'ws@8', 'p-limit@7', 'p-queue@9'];
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], {
      cwd: folder.path,
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
  });
  after(() => {
    folder?.remove();
  });

  for (const node of nodes) {
    for (const [name, expected] of Object.entries(lanes)) {
      it(`answers as it does alone, and nothing of it is lost: ${name} on ${node}`, async () => {
        const file = join(folder?.path ?? '', name);
        const { recorded } = await assertSame(file, { node });
        assert.equal(recorded.code, 0, recorded.stderr);
        const reader = new Reader(recorded.events);
        for (const [lane, count] of Object.entries(expected)) {
          assert.equal(reader.lanes(lane).length, count, lane);
        }
        const open = reader.all('lane').filter(([, , id]) => Number.isNaN(reader.life(id)[1]));
        assert.deepEqual(open, []);
        assert.deepEqual(reader.all('file'), [], 'no module of a package is recorded');
        traceOf(recorded, file);
        const virtual = await runRecorded(file, { node, clock: 'virtual' });
        assert.deepEqual([virtual.stdout, virtual.code], [recorded.stdout, 0]);
      });
    }
  }
});
