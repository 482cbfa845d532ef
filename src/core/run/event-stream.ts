import type { Readable } from 'node:stream';
import type { TraceEvent } from '../trace/events';
import { parseEvent } from '../trace/parse';

/**
 * Reads a recorder's channel: whole lines are parsed and handed on in the order they came; a line that is no event
 * is passed over. Past `mostBytes` the channel is still drained, but nothing more is handed on.
 */
export function readEvents(
  channel: Readable,
  mostBytes: number,
  onEvents: (events: readonly TraceEvent[]) => void,
): void {
  let bytes = 0;
  let rest = '';
  channel.setEncoding('utf8');
  channel.on('data', (text: string) => {
    bytes += Buffer.byteLength(text);
    if (bytes > mostBytes) {
      rest = '';
      return;
    }
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    const events = lines.map(parseEvent).filter((event) => event !== undefined);
    if (events.length > 0) {
      onEvents(events);
    }
  });
  channel.on('error', () => undefined);
}
