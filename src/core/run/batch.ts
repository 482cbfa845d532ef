import type { TraceEvent } from '../trace/events';
import { isEvent, parseEvent } from '../trace/parse';

/** How a member of an event is written into words of 32 bits. Texts are numbered, and told once. */
type Member =
  /** A positive number, as it is. */
  | 'number'
  /** The same, 0 for null. */
  | 'number or null'
  /** The number of a text. */
  | 'text'
  /** How many numbers follow, and these. */
  | 'numbers'
  /** Milliseconds, as microseconds. */
  | 'duration'
  /** Takes no word. */
  | 'null'
  /** The same as 'number', and 0 where the event has no such member. */
  | 'optional';

/**
 * The events of which a recorder may write thousands in a millisecond. A batch of them is one line, an object:
 * `from` in milliseconds, to which the words of each event count in microseconds, `texts` that are new, numbered from
 * `first` on, and `words`,
 * in the machine's byte order and Base64: the number of the event's tag here, its time, and its members.
 */
export const packed = {
  lane: ['number', 'number or null', 'text', 'text', 'number or null', 'optional'],
  run: ['number', 'number or null', 'optional'],
  wait: ['number', 'number or null', 'text', 'numbers', 'optional'],
  wake: ['number'],
  nest: ['number', 'number'],
  end: ['number', 'text', 'null'],
  idle: ['duration'],
} as const satisfies Partial<Record<TraceEvent[0], readonly Member[]>>;

const kinds: readonly (readonly [string, readonly Member[]])[] = Object.entries(packed);

/** The number by which a batch knows a tag. */
export const packedTags = Object.fromEntries(kinds.map(([tag], number) => [tag, number])) as Readonly<
  Record<keyof typeof packed, number>
>;

/** Reads the lines of one run's channel, of which some hold many events. */
export class BatchReader {
  /** True when a batch could not be read, as when somebody wrote into the middle of it. */
  isDamaged = false;
  readonly #texts: string[] = [];

  /** The events in a line, in order; those that are cut or are no events are left out. */
  eventsOf(line: string): readonly TraceEvent[] {
    if (!line.startsWith('{')) {
      const event = parseEvent(line);
      return event === undefined ? [] : [event];
    }
    const batch = parsed(line);
    if (batch === undefined) {
      this.isDamaged = true;
      return [];
    }
    for (const [index, text] of batch.texts.entries()) {
      this.#texts[batch.first + index] = text;
    }
    return this.#unpacked(batch.from, wordsOf(batch.words)).filter(isEvent);
  }

  #unpacked(from: number, words: Int32Array): readonly (readonly unknown[])[] {
    const events: (readonly unknown[])[] = [];
    const cursor = new Cursor(words, this.#texts);
    while (!cursor.isAtEnd()) {
      const kind = kinds[cursor.next()];
      if (kind === undefined) {
        return events;
      }
      const [tag, members] = kind;
      const event: unknown[] = [tag, Math.round(from * 1000 + cursor.next()) / 1000];
      for (const member of members) {
        cursor.read(member, event);
      }
      events.push(event);
    }
    return events;
  }
}

/** Goes through the words of a batch. */
class Cursor {
  #at = 0;

  constructor(
    private readonly words: Int32Array,
    private readonly texts: readonly string[],
  ) {}

  isAtEnd(): boolean {
    return this.#at >= this.words.length;
  }

  next(): number {
    return this.words[this.#at++] ?? 0;
  }

  read(member: Member, event: unknown[]): void {
    switch (member) {
      case 'number':
        event.push(this.next());
        break;
      case 'number or null':
        event.push(this.next() || null);
        break;
      case 'text':
        event.push(this.texts[this.next()]);
        break;
      case 'numbers': {
        const start = this.#at + 1;
        this.#at = start + this.next();
        event.push([...this.words.subarray(start, this.#at)]);
        break;
      }
      case 'duration':
        event.push(this.next() / 1000);
        break;
      case 'null':
        event.push(null);
        break;
      case 'optional': {
        const value = this.next();
        if (value > 0) {
          event.push(value);
        }
      }
    }
  }
}

interface Batch {
  readonly from: number;
  readonly first: number;
  readonly texts: readonly string[];
  readonly words: string;
}

function parsed(line: string): Batch | undefined {
  try {
    const { from, first, texts, words } = JSON.parse(line) as Partial<Record<string, unknown>>;
    const isWhole =
      typeof from === 'number' &&
      typeof first === 'number' &&
      typeof words === 'string' &&
      Array.isArray(texts) &&
      texts.every((text) => typeof text === 'string');
    return isWhole ? { from, first, texts, words } : undefined;
  } catch {
    return undefined;
  }
}

function wordsOf(base64: string): Int32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Int32Array(bytes.buffer, 0, bytes.length >> 2);
}
