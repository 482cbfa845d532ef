import { writeSync } from 'node:fs';
import { quietTimer } from './timers';

const FLUSH_AFTER_MS = 25;
/** Asking for the time costs as much as writing a line. */
const CLOCK_EVERY_LINES = 16;
const FLUSH_AT_CHARACTERS = 16_384;
/** How long a reader that does not read may hold the program up. */
const PATIENCE_MS = 2000;

/**
 * The pipe that events go through: buffered, live while the loop turns, and never a reason for the program to
 * stay alive or to fail. Once the reader is gone or the limit is reached, nothing more is written.
 */
export class Channel {
  #buffer = '';
  #bufferedSince = 0;
  #lines = 0;
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

  /** Takes one line, without its newline. */
  write(line: string): void {
    if (this.#bytesLeft <= 0) {
      return;
    }
    if (this.#buffer === '') {
      this.#bufferedSince = this.now();
      this.#arm();
    }
    this.#buffer += `${line}\n`;
    this.#lines++;
    const looksAtClock = this.#lines % CLOCK_EVERY_LINES === 0;
    const isOld = looksAtClock && this.now() - this.#bufferedSince >= FLUSH_AFTER_MS;
    if (isOld || this.#buffer.length >= FLUSH_AT_CHARACTERS) {
      this.flush();
    }
  }

  flush(): void {
    if (this.#buffer === '') {
      return;
    }
    const bytes = Buffer.from(this.#buffer);
    this.#buffer = '';
    this.#bytesLeft -= bytes.length;
    if (this.#bytesLeft < 0 || !this.#send(bytes)) {
      this.#bytesLeft = 0;
    }
  }

  #arm(): void {
    if (!this.#isArmed) {
      this.#isArmed = true;
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
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      }
    }
    return true;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}
