// How long a million events take to become a trace, and how much memory, for four shapes of program; with a panel that
// looks on, what its snapshots cost. Usage: npm run bench -- trace
import { execFileSync } from 'node:child_process';
import type { TraceEvent } from '../../src/core/trace/events';
import { TraceAssembler } from '../../src/core/trace/model';

const wanted = 1_000_000;
const batch = 1000;
/** One snapshot for each 20,000 events: a program that writes a million events in two seconds, 25 pictures a second. */
const eventsPerSnapshot = 20_000;

type Shape = () => Generator<TraceEvent>;

/** A thousand tasks that take turns in a loop of their own. */
function* tasks(): Generator<TraceEvent> {
  yield ['loop', 0, 'begin'];
  const count = 1000;
  for (let id = 1; id <= count; id++) {
    yield ['lane', 0, id, null, `worker-${id % 10}`, 'task', 3];
    yield ['run', 0, id, 4];
    yield ['wait', 0, id, 5, 'asyncio.sleep', []];
  }
  for (let time = 5; ; time += 5) {
    yield ['idle', time, 4];
    for (let id = 1; id <= count; id++) {
      yield ['wake', time, id];
      yield ['run', time + id / count, id, 5];
      yield ['wait', time + id / count + 0.0005, id, 5, 'asyncio.sleep', []];
    }
  }
}

/** One task that awaits one call after another, each of which awaits another: one lane holds them all. */
function* calls(): Generator<TraceEvent> {
  yield ['loop', 0, 'begin'];
  yield ['lane', 0, 1, null, 'main', 'task', 1];
  yield ['run', 0, 1, 2];
  for (let id = 2, time = 1; ; id += 2, time += 5) {
    yield ['lane', time, id, 1, 'outer', 'call', 10];
    yield ['run', time, id, 11];
    yield ['lane', time + 0.1, id + 1, id, 'inner', 'call', 20];
    yield ['run', time + 0.1, id + 1, 21];
    yield ['wait', time + 0.2, id + 1, 22, 'sleep', []];
    yield ['nest', time + 0.2, id + 1, id];
    yield ['wait', time + 0.2, id, 12, 'inner', [id + 1]];
    yield ['nest', time + 0.2, id, 1];
    yield ['wait', time + 0.2, 1, 3, 'outer', [id]];
    yield ['idle', time + 4, 3.7];
    yield ['wake', time + 4, id + 1];
    yield ['run', time + 4, id + 1, 22];
    yield ['end', time + 4.1, id + 1, 'done', null];
    yield ['run', time + 4.1, id, 12];
    yield ['end', time + 4.2, id, 'done', null];
    yield ['run', time + 4.2, 1, 3];
  }
}

/** A recursion three thousand deep, again and again: every call awaits the next one. */
function* deep(): Generator<TraceEvent> {
  const depth = 3000;
  yield ['loop', 0, 'begin'];
  yield ['lane', 0, 1, null, 'main', 'task', 1];
  yield ['run', 0, 1, 2];
  for (let first = 2, time = 1; ; first += depth, time += 20) {
    const ids = Array.from({ length: depth }, (_, index) => first + index);
    const outer = (id: number) => (id === first ? 1 : id - 1);
    for (const id of ids) {
      yield ['lane', time, id, outer(id), 'visit', 'call', 5];
      yield ['run', time, id, 6];
    }
    for (const id of ids.toReversed()) {
      yield ['wait', time + 1, id, 7, id === first + depth - 1 ? 'sleep' : 'visit', []];
      yield ['nest', time + 1, id, outer(id)];
    }
    yield ['wait', time + 1, 1, 3, 'visit', [first]];
    for (const id of ids.toReversed()) {
      yield ['run', time + 15 - (id - first) / depth, id, 7];
      yield ['end', time + 15 - (id - first) / depth, id, 'done', null];
    }
    yield ['run', time + 16, 1, 3];
  }
}

/** Short tasks without end, ten of them at a time. */
function* lanes(): Generator<TraceEvent> {
  yield ['loop', 0, 'begin'];
  for (let first = 1, time = 1; ; first += 10, time += 5) {
    const ids = Array.from({ length: 10 }, (_, index) => first + index);
    for (const id of ids) {
      yield ['lane', time, id, id === 1 ? null : 1, 'handle', 'task', 3];
      yield ['run', time, id, 4];
      yield ['wait', time + 0.001, id, 5, 'asyncio.sleep', []];
    }
    yield ['idle', time + 4, 3.9];
    for (const id of ids) {
      yield ['wake', time + 4, id];
      yield ['run', time + 4 + (id - first) / 100, id, 5];
      yield ['end', time + 4 + (id - first) / 100 + 0.005, id, 'done', null];
    }
  }
}

const shapes: Readonly<Record<string, Shape>> = { tasks, calls, deep, lanes };

interface Measured {
  readonly seconds: number;
  /** Of the processor, on all threads: what the machine does besides counts in `seconds` alone. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly snapshots: number;
  readonly slowestMs: number;
  readonly spans: number;
}

function measure(shape: Shape, watched: boolean): Measured {
  const assembler = new TraceAssembler({ language: 'python', file: 'a.py', clock: 'real' });
  const stream = shape();
  let [events, spent, cpu, snapshots, slowestMs] = [0, 0, 0, 0, 0];
  const timed = (work: () => void): number => {
    const [begun, before] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(before);
    const cost = performance.now() - begun;
    spent += cost;
    cpu += user + system;
    return cost;
  };
  while (events < wanted) {
    const some = Array.from({ length: batch }, () => stream.next().value as TraceEvent);
    events += some.length;
    timed(() => {
      assembler.add(some);
    });
    if (watched && events % eventsPerSnapshot === 0) {
      const cost = timed(() => assembler.snapshot(assembler.now));
      [snapshots, slowestMs] = [snapshots + 1, Math.max(slowestMs, cost)];
    }
  }
  let spans = 0;
  timed(() => {
    const trace = assembler.finish({ exit: { code: 0, reason: 'completed' }, wallMs: 0 });
    spans = trace.lanes.reduce((sum, lane) => sum + lane.spans.length, 0);
  });
  return {
    seconds: spent / 1000,
    cpuSeconds: cpu / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
    snapshots,
    slowestMs,
    spans,
  };
}

/** Prints the table's figures; each row is measured in a process of its own. */
export function run(): void {
  console.log(
    '| a million events | time (processor) | memory | spans | snapshots, slowest | under 2 s and 500 MB |',
  );
  console.log('|---|---|---|---|---|---|');
  for (const name of Object.keys(shapes)) {
    for (const how of ['alone', 'watched']) {
      const command = ['--import=tsx', __filename, name, how];
      const { seconds, cpuSeconds, megabytes, snapshots, slowestMs, spans } = JSON.parse(
        execFileSync(process.execPath, command, { encoding: 'utf8' }),
      ) as Measured;
      const time = `${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s)`;
      const seen = snapshots === 0 ? '' : `${snapshots}, ${slowestMs.toFixed(0)} ms`;
      const met = seconds < 2 && megabytes < 500 ? 'met' : 'NOT met';
      console.log(
        `| ${name}, ${how} | ${time} | ${Math.round(megabytes)} MB | ${spans} | ${seen} | ${met} |`,
      );
    }
  }
}

const shape = shapes[process.argv[2] ?? ''];
if (process.argv[1] === __filename && shape !== undefined) {
  console.log(JSON.stringify(measure(shape, process.argv[3] === 'watched')));
}
