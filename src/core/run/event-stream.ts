import type { Readable } from 'node:stream';
import type { TraceEvent } from '../trace/events';
import { parseEvent } from '../trace/parse';

/** What became of a recorder's channel so far. */
export interface EventStream {
  /** Whether events were dropped here, or by a recorder that keeps to the same limit itself. */
  readonly full: boolean;
  /** Whether the recorder has said that it lost nothing. */
  readonly complete: boolean;
}

/** A recorder that has sent this part of what it may send has probably held the rest back. */
const nearlyAll = 0.9;

/**
 * Reads a recorder's channel: whole lines are parsed and handed on in the order they came; a line that is no event
 * is passed over. Past `mostBytes` the channel is still drained, but nothing more is handed on.
 */
export function readEvents(
  channel: Readable,
  mostBytes: number,
  onEvents: (events: readonly TraceEvent[]) => void,
): EventStream {
  const stream = { full: false, complete: false };
  let bytes = 0;
  let rest = '';
  channel.setEncoding('utf8');
  channel.on('data', (text: string) => {
    bytes += Buffer.byteLength(text);
    stream.full = bytes > nearlyAll * mostBytes;
    if (bytes > mostBytes) {
      rest = '';
      return;
    }
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    const events = lines.map(parseEvent).filter((event) => event !== undefined);
    stream.complete ||= events.some(([tag]) => tag === 'exit');
    if (events.length > 0) {
      onEvents(events);
    }
  });
  channel.on('error', () => undefined);
  return stream;
}
