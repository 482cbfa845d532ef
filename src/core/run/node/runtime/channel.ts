import { writeSync } from 'node:fs';
import { Batch } from './batch';
import { quietTimer } from './timers';

const FLUSH_AFTER_MS = 25;
/** Asking for the time costs as much as writing an event. */
const CLOCK_EVERY_EVENTS = 16;
/** The run's clock may put another one in its place. */
const { wait } = Atomics;
/** How long a reader that does not read may hold the program up. */
const PATIENCE_MS = 2000;

/**
 * The pipe that events go through: buffered, live while the loop turns, and never a reason for the program to
 * stay alive or to fail. Once the reader is gone or the limit is reached, nothing more is written.
 */
export class Channel {
  /** The events that wait to be sent. */
  readonly batch = new Batch();
  /** Adds what was held back to the batch, which is about to be sent. */
  beforeFlush: () => void = () => undefined;
  #bufferedSince = 0;
  #count = 0;
  #isArmed = false;
  #bytesLeft: number;

  constructor(
    private readonly descriptor: number,
    mostBytes: number,
    /** What every line begins with: nobody else knows it, so that nobody else can write one. */
    private readonly token: string,
    /** Milliseconds that never go back, real whatever the run's clock. */
    private readonly now: () => number,
  ) {
    this.#bytesLeft = mostBytes;
  }

  /** Takes one line of any length, without its newline. */
  write(line: string): void {
    this.flush();
    this.#put(line);
  }

  /** An event has been put into the batch. */
  written(): void {
    this.flushSoon();
    this.#count++;
    const looksAtClock = this.#count % CLOCK_EVERY_EVENTS === 0;
    const isOld = looksAtClock && this.now() - this.#bufferedSince >= FLUSH_AFTER_MS;
    if (isOld || this.batch.isFull) {
      this.flush();
    }
  }

  flush(): void {
    this.beforeFlush();
    if (!this.batch.isEmpty) {
      this.#put(this.batch.take());
    }
    this.#bufferedSince = this.now();
  }

  #put(line: string): void {
    if (this.#bytesLeft < 0) {
      return;
    }
    const bytes = Buffer.from(`${this.token}${line}\n`);
    const fits = bytes.length <= this.#bytesLeft;
    const left = fits ? this.#bytesLeft - bytes.length : -1;
    const sent = this.#send(fits ? bytes : upTo(bytes, this.#bytesLeft));
    this.#bytesLeft = sent ? left : -1;
  }

  /** There is something to send, once the loop turns. */
  flushSoon(): void {
    if (!this.#isArmed) {
      this.#isArmed = true;
      this.#bufferedSince = this.now();
      quietTimer(() => {
        this.#isArmed = false;
        this.flush();
      }, FLUSH_AFTER_MS);
    }
  }

  #send(bytes: Buffer): boolean {
    const deadline = this.now() + PATIENCE_MS;
    let sent = 0;
    while (sent < bytes.length) {
      try {
        sent += writeSync(this.descriptor, bytes, sent);
      } catch (error) {
        if (!isFull(error) || this.now() > deadline) {
          return false;
        }
        wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      }
    }
    return true;
  }
}

/** The whole lines that fit, then empty ones: that the limit was reached is how the reader knows of the cut. */
function upTo(bytes: Buffer, limit: number): Buffer {
  const fitting = Buffer.alloc(limit, '\n');
  bytes.copy(fitting, 0, 0, bytes.subarray(0, limit).lastIndexOf('\n') + 1);
  return fitting;
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}
