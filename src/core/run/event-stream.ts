import type { Readable } from 'node:stream';
import type { TraceEvent } from '../trace/events';
import { BatchReader } from './batch';
import { OwnLines } from './own-lines';

/** What became of a recorder's channel so far. */
export interface EventStream {
  /** Whether events were dropped here, or by a recorder that keeps to the same limit itself. */
  readonly full: boolean;
  /** Whether the recorder has said that it lost nothing. */
  readonly complete: boolean;
  /** Whether somebody else wrote to the channel. */
  readonly forged: boolean;
}

/** A recorder that has sent this part of what it may send has probably held the rest back. */
const nearlyAll = 0.9;

/**
 * Reads a recorder's channel: its whole lines, which begin with `token`, are parsed and handed on in the order they
 * came; a line that is no event is passed over, and so is what somebody else wrote. Past `mostBytes` of its lines the
 * channel is still drained, but nothing more is handed on.
 */
export function readEvents(
  channel: Readable,
  { token, mostBytes }: { readonly token: string; readonly mostBytes: number },
  onEvents: (events: readonly TraceEvent[]) => void,
): EventStream {
  const stream = { full: false, complete: false, forged: false };
  const lines = new OwnLines(token);
  const batches = new BatchReader();
  let bytes = 0;
  channel.setEncoding('utf8');
  channel.on('data', (text: string) => {
    const own = lines.take(text);
    stream.forged ||= lines.foreign > 0;
    bytes += Buffer.byteLength(text) - lines.foreign;
    lines.foreign = 0;
    stream.full = bytes > nearlyAll * mostBytes;
    if (bytes > mostBytes) {
      return;
    }
    const events = own.flatMap((line) => batches.eventsOf(line));
    stream.forged ||= batches.isDamaged;
    stream.complete ||= events.some(([tag]) => tag === 'exit');
    if (events.length > 0) {
      onEvents(events);
    }
  });
  channel.on('error', () => undefined);
  return stream;
}
