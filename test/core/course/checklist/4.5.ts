import { code, diagram, output, statement, type Item } from './item';

export const events: readonly Item[] = [
  statement('wait at the sign', 'wait at the door; if it says OPEN, go straight in'),
  statement('set opens', 'turn it to OPEN: **all** who wait go in'),
  statement('clear closes again', 'turn it back: whoever comes now waits again'),
  statement('is_set looks', '`sign.is_set()`'),
  diagram('the sign with two sides', 'A sign on the kitchen door'),
  code(25, 'several wait, one signals', {
    python: 'self.is_open.set()',
    typescript: 'this.open();',
  }),
  output('not set at first', { python: 'open: False', typescript: 'open: false' }),
  output('all wait', 'table 3: waiting for the kitchen'),
  output('set at the end', { python: 'open: True', typescript: 'open: true' }),
  code(26, 'work that waits until something is ready', {
    python: 'await self.is_open.wait()',
    typescript: 'await this.#opening;',
  }),
  output('all are served when it is ready', 'table 3: soup, hot'),
  code(27, 'workers that go home on a signal', {
    python: 'asyncio.wait_for(closing.wait(), timeout=0.3)',
    typescript: 'await sleep(300, undefined, { signal: closing });',
  }),
  output('they stop between two rounds', 'cleaner: goes home after 3 rounds'),
  code(28, 'a signal that is set again and again', {
    python: 'full.clear()',
    typescript: "on(bell, 'full'",
  }),
  output('full batches, and the rest', 'baker: 1 rolls into the oven'),
  statement('when a task', 'wait for it or cancel it later: a **task**'),
  statement('when a queue', 'from those who make it to those who use it: a **queue**'),
  statement('when an event', 'Say that something has happened: an **event**'),
  statement('they combine', 'They go together'),
];
