/** What somebody else wrote is not kept for longer than this many characters while its line has no end. */
const MOST_FOREIGN = 65_536;

/** Cuts what comes through a recorder's channel into lines, and keeps those that begin with the recorder's token. */
export class OwnLines {
  /** How many characters somebody else wrote. */
  foreign = 0;
  readonly #token: string;
  /** The line that has no end yet, in pieces: a long one is put together once. */
  #pieces: string[] = [];
  #length = 0;

  /** @param token Empty where every line is the recorder's. */
  constructor(token: string) {
    this.#token = token;
  }

  /** The recorder's lines that end in this text, without token and newline. */
  take(text: string): readonly string[] {
    const end = text.lastIndexOf('\n') + 1;
    if (end === 0) {
      this.#keep(text);
      return [];
    }
    const lines = (this.#pieces.join('') + text.slice(0, end - 1)).split('\n');
    this.#pieces = [];
    this.#length = 0;
    this.#keep(text.slice(end));
    return lines.map((line) => this.#own(line)).filter((line) => line !== '');
  }

  /** The recorder's part of a line: what stands before the token was written without a newline by somebody else. */
  #own(line: string): string {
    const start = line.startsWith(this.#token) ? 0 : line.indexOf(this.#token);
    this.foreign += start < 0 ? line.length : start;
    return start < 0 ? '' : line.slice(start + this.#token.length);
  }

  #keep(text: string): void {
    if (text === '') {
      return;
    }
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length > MOST_FOREIGN && this.#isForeign()) {
      const line = this.#pieces.join('');
      const start = line.indexOf(this.#token);
      const kept = line.slice(start < 0 ? 1 - this.#token.length : start);
      this.foreign += line.length - kept.length;
      this.#pieces = [kept];
      this.#length = kept.length;
    }
  }

  #isForeign(): boolean {
    const first = this.#pieces[0] ?? '';
    const begin = first.length < this.#token.length ? this.#pieces.join('') : first;
    return !begin.startsWith(this.#token);
  }
}
