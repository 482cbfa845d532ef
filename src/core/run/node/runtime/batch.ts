import { Buffer } from 'node:buffer';
import { packedTags } from '../../batch';

/** A batch is sent when it has this many words. */
const FULL_AT_WORDS = 4096;
/** More than any event takes that is put into a batch. */
const MOST_EVENT_WORDS = 256;

/**
 * Events as words of 32 bits, put together without a string or an object: a program may cause a million of them in a
 * second, of which each costs it time. `core/run/batch.ts` says what they look like.
 */
export class Batch {
  readonly #words = new Int32Array(FULL_AT_WORDS + MOST_EVENT_WORDS);
  readonly #numbers = new Map<string, number>();
  #texts: string[] = [];
  #length = 0;
  /** Milliseconds, to a thousandth. */
  #from = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  get isFull(): boolean {
    return this.#length >= FULL_AT_WORDS;
  }

  /** True when the batch can tell of this time, in milliseconds: it must be near that of its first event. */
  reaches(time: number): boolean {
    const since = Math.round((time - this.#from) * 1000);
    return this.#length === 0 || since === (since | 0);
  }

  /** An event begins; its members follow. */
  begin(tag: keyof typeof packedTags, time: number): void {
    if (this.#length === 0) {
      this.#from = Math.round(time * 1000) / 1000;
    }
    const words = this.#words;
    words[this.#length++] = packedTags[tag];
    words[this.#length++] = Math.round((time - this.#from) * 1000);
  }

  number(value: number): void {
    this.#words[this.#length++] = value;
  }

  text(text: string): void {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
      this.#texts.push(text);
    }
    this.#words[this.#length++] = number;
  }

  /** The batch as a line, without its newline; it is empty then. */
  take(): string {
    const words = Buffer.from(this.#words.buffer, 0, this.#length * 4).toString('base64');
    const texts = JSON.stringify(this.#texts);
    const first = this.#numbers.size - this.#texts.length;
    this.#length = 0;
    this.#texts = [];
    return `{"from":${this.#from},"first":${first},"texts":${texts},"words":"${words}"}`;
  }
}
