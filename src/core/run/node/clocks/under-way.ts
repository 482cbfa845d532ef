import type { Server } from 'node:net';
import { performance } from 'node:perf_hooks';

/** A process that has used this much of a processor since the last look has threads at work, or has just been at work. */
const BUSY_FROM_MS = 1;

/** Tells talk of the program with itself from all else that may go on in the loop. */
export interface OwnTalk {
  /**
   * True when nothing goes on but servers that wait for somebody to connect, and connections to them on which there
   * was silence, and no thread at work, since the last time this was asked.
   */
  isAll(): boolean;
}

/** True when the program has asked by `setImmediate` to be called in this very turn of the loop. */
export function hasImmediates(): boolean {
  return process.getActiveResourcesInfo().includes('Immediate');
}

/** @param streams The program's standard streams, as far as it has used them: they count for nothing. */
export function watchOwnTalk(streams: () => readonly unknown[]): OwnTalk {
  const handles = lister('_getActiveHandles');
  const requests = lister('_getActiveRequests');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- most programs run on the real clock
  const net = require('node:net') as typeof import('node:net');
  let heard = eventCount();
  let worked = processorTime();
  return {
    isAll: () => {
      const events = eventCount();
      const now = processorTime();
      const isSilent = events === heard && now - worked < BUSY_FROM_MS;
      heard = events;
      worked = now;
      if (requests().length > 0) {
        return false;
      }
      const own = streams();
      const others = handles().filter((handle) => !own.includes(handle));
      const servers = others.filter((handle) => handle instanceof net.Server);
      const ports = new Set(servers.map(portOf));
      const isOwn = (handle: unknown): boolean =>
        handle instanceof net.Server ||
        (handle instanceof net.Socket &&
          !handle.connecting &&
          (Reflect.get(handle, 'server') instanceof net.Server || ports.has(handle.remotePort)));
      return isSilent && servers.length > 0 && others.every(isOwn);
    },
  };
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === 'object' ? address?.port : undefined;
}

/** Milliseconds of all threads: V8 compiles WebAssembly beside the loop, as `fetch` has it do when it is first used. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How often the loop has heard of input or output; the same each time on a Node that does not count. */
function eventCount(): number {
  const metrics: unknown = Reflect.get(performance.nodeTiming, 'uvMetricsInfo');
  const events: unknown =
    typeof metrics === 'object' && metrics !== null ? Reflect.get(metrics, 'events') : 0;
  return typeof events === 'number' ? events : 0;
}

function lister(name: string): () => readonly unknown[] {
  const list: unknown = Reflect.get(process, name);
  return () => {
    const listed: unknown = typeof list === 'function' ? Reflect.apply(list, process, []) : [];
    return Array.isArray(listed) ? (listed as readonly unknown[]) : [];
  };
}
