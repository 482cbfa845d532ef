import { writeSync } from 'node:fs';
import { Lines } from './lines';
import { quietTimer } from './timers';

const FLUSH_AFTER_MS = 25;
/** Asking for the time costs as much as writing a line. */
const CLOCK_EVERY_LINES = 16;
const FLUSH_AT_BYTES = 65_536;
/** The run's clock may put another one in its place. */
const { wait } = Atomics;
/** How long a reader that does not read may hold the program up. */
const PATIENCE_MS = 2000;

/**
 * The pipe that events go through: buffered, live while the loop turns, and never a reason for the program to
 * stay alive or to fail. Once the reader is gone or the limit is reached, nothing more is written.
 */
export class Channel {
  /** The line that is being put together, and those before it that wait to be sent. */
  readonly lines = new Lines(FLUSH_AT_BYTES);
  /** Adds what was held back to `lines`, which are about to be sent. */
  beforeFlush: () => void = () => undefined;
  #bufferedSince = 0;
  #count = 0;
  #isArmed = false;
  #bytesLeft: number;

  constructor(
    private readonly descriptor: number,
    mostBytes: number,
    /** Milliseconds that never go back, real whatever the run's clock. */
    private readonly now: () => number,
  ) {
    this.#bytesLeft = mostBytes;
  }

  /** Takes one line of any length, without its newline. */
  write(line: string): void {
    this.flush();
    this.#put(Buffer.from(`${line}\n`));
  }

  /** The line in `lines` is complete, but for its newline. */
  endLine(): void {
    const { lines } = this;
    lines.newline();
    this.flushSoon();
    this.#count++;
    const looksAtClock = this.#count % CLOCK_EVERY_LINES === 0;
    const isOld = looksAtClock && this.now() - this.#bufferedSince >= FLUSH_AFTER_MS;
    if (isOld || lines.length >= FLUSH_AT_BYTES) {
      this.flush();
    }
  }

  flush(): void {
    const { lines } = this;
    this.beforeFlush();
    if (lines.length > 0) {
      this.#put(lines.bytes);
      lines.clear();
    }
    this.#bufferedSince = this.now();
  }

  #put(bytes: Buffer): void {
    if (this.#bytesLeft < 0) {
      return;
    }
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
