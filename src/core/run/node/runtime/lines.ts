const NEWLINE = 10;
const ZERO = 48;
const POINT = 46;
const COMMA = 44;
const MINUS = 45;
/** Whole numbers below this have a cheap remainder. */
const SMALL = 2 ** 31;
/** More than the longest line that is put together piece by piece. */
const MOST_LINE_BYTES = 4096;

/**
 * Lines of text as bytes, put together piece by piece: a program may cause a million of them in a second, and as
 * strings they would cost it several times as much.
 */
export class Lines {
  /** How many bytes are there to be sent. */
  length = 0;
  readonly #bytes: Buffer;
  readonly #quoted = new Map<string, string>();
  #lastTime = -1;
  /** Where the last time stands that was written, for as long as it does. */
  #lastStart = 0;
  #lastEnd = 0;

  /** @param capacity Bytes, that many at least fit. */
  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafe(capacity + MOST_LINE_BYTES);
  }

  /** The bytes that are there, which are overwritten later. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }

  /** What was there has been sent. */
  clear(): void {
    this.length = 0;
    this.#lastTime = -1;
  }

  /** Takes text that is ASCII. */
  ascii(text: string): void {
    const bytes = this.#bytes;
    let at = this.length;
    for (let index = 0; index < text.length; index++) {
      bytes[at++] = text.charCodeAt(index);
    }
    this.length = at;
  }

  comma(): void {
    this.#bytes[this.length++] = COMMA;
  }

  newline(): void {
    this.#bytes[this.length++] = NEWLINE;
  }

  integer(value: number): void {
    if (value < 0 || value >= SMALL) {
      this.ascii(String(value));
      return;
    }
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10) {
      digits++;
    }
    const bytes = this.#bytes;
    const end = this.length + digits;
    for (let at = end - 1, rest = value | 0; at >= this.length; at--) {
      const shorter = (rest / 10) | 0;
      bytes[at] = ZERO + rest - shorter * 10;
      rest = shorter;
    }
    this.length = end;
  }

  integerOrNull(value: number | null): void {
    if (value === null) {
      this.ascii('null');
    } else {
      this.integer(value);
    }
  }

  /** The time of an event, in milliseconds: often that of the one before. */
  time(value: number): void {
    const bytes = this.#bytes;
    if (value === this.#lastTime) {
      let at = this.length;
      for (let from = this.#lastStart; from < this.#lastEnd; from++) {
        bytes[at++] = bytes[from] ?? 0;
      }
      this.length = at;
      return;
    }
    this.#lastTime = value;
    this.#lastStart = this.length;
    this.milliseconds(value);
    this.#lastEnd = this.length;
  }

  /** Milliseconds, to a thousandth. */
  milliseconds(value: number): void {
    let thousandths = Math.round(value * 1000);
    if (thousandths < 0) {
      this.#bytes[this.length++] = MINUS;
      thousandths = -thousandths;
    }
    const whole = Math.floor(thousandths / 1000);
    this.integer(whole);
    let rest = thousandths - whole * 1000;
    if (rest > 0) {
      this.#bytes[this.length++] = POINT;
      for (let unit = 100; rest > 0; unit = (unit / 10) | 0) {
        const digit = (rest / unit) | 0;
        this.#bytes[this.length++] = ZERO + digit;
        rest -= digit * unit;
      }
    }
  }

  /** A name that comes again and again, as JSON. */
  quoted(text: string): void {
    let json = this.#quoted.get(text);
    if (json === undefined) {
      json = asciiJson(text);
      this.#quoted.set(text, json);
    }
    this.ascii(json);
  }
}

function asciiJson(text: string): string {
  return JSON.stringify(text).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
