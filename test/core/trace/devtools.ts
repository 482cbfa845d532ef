import assert from 'node:assert/strict';
import type { ChromeEvent, ChromeTrace } from '../../../src/core/trace/chrome';
import { groupBy } from './perfetto';

/** What Chrome's own reader makes of a thread, as far as it is looked at here; times in microseconds. */
interface ReadThread {
  readonly name: string | null;
  readonly entries: readonly { readonly name: string; readonly ts: number; readonly dur?: number }[];
}

/** A thread's slices, one line of text each. */
const shown = (slices: readonly { readonly name: string; readonly ts: number; readonly dur?: number }[]) =>
  slices.map(({ name, ts, dur = 0 }) => `${ts}+${dur} ${name}`).sort();

/** Reads the trace by the engine of Chrome DevTools' Performance panel: every track and every slice must arrive. */
export async function assertReadByDevTools({ traceEvents }: ChromeTrace): Promise<void> {
  const threads = await readByDevTools(traceEvents);
  const slices = groupBy(
    traceEvents.filter(({ ph }) => ph === 'X'),
    ({ tid }) => tid,
  );
  for (const { name, tid, args } of traceEvents) {
    if (name === 'thread_name' && slices.has(tid)) {
      assert.equal(threads.get(tid)?.name, args?.['name']);
    }
  }
  for (const [tid, expected] of slices) {
    assert.deepEqual(shown(threads.get(tid)?.entries ?? []), shown(expected));
  }
}

async function readByDevTools(events: readonly ChromeEvent[]): Promise<ReadonlyMap<number, ReadThread>> {
  // The engine is made for a page; of that it needs nothing but this class, and only for pages.
  Reflect.set(globalThis, 'window', globalThis);
  Reflect.set(globalThis, 'DOMRect', Object);
  const { Processor } = await import('@paulirish/trace_engine');
  const processor = Processor.TraceProcessor.createWithAllHandlers();
  await processor.parse(events as never, {});
  const processes = [...(processor.data?.Renderer.processes.values() ?? [])];
  assert.ok(processes.length <= 1);
  return processes[0]?.threads ?? new Map<number, ReadThread>();
}
