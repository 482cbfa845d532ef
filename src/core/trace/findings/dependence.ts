import type { Statement } from './source-text';

const identifier = /(?<![\w.$])[A-Za-z_$][\w$]*/g;
const assignment =
  /^(?:(?:const|let|var)\s+)?([^=!<>()]+?)(?:\s*:[^=]+)?\s*(?:[-+*/|&]|\?\?|\|\|)?=(?!=|>)\s*(.+)$/;
const loopHead = /^(?:async\s+)?for\b(?:\s+await)?\s*\(?\s*(?:const|let|var)?\s*(.+?)\s+(?:in|of)\s+(.+)$/;
const loop = /^(?:async\s+for|for|while|do)\b/;
const condition = /^\}?\s*(?:if|elif|else\s+if|while|switch|match)\b/;
const leaves = /\b(?:break|continue|return|raise|throw)\b/;
const ends = /^(?:break|return)\b/;
const output = /^(?:print|console\.\w+|log\w*(?:\.\w+)?)\s*\(/;
const method = /^(?:await\s+)?([A-Za-z_$][\w$]*)(?:\.(\w+))+\s*(\(.*)$/;

/** True when a statement makes one of the calls. */
export function makesOne({ text }: Statement, calls: ReadonlySet<string>): boolean {
  return [...text.matchAll(/([A-Za-z_$][\w$]*)\s*\(/g)].some(([, name]) => calls.has(name ?? ''));
}

/**
 * True when one of the calls surely needs what an earlier one gave: its result, something made of that, or a decision
 * taken on it. It follows names from statement to statement, and where it is not sure it says yes.
 */
export function needsEarlier(statements: readonly Statement[], calls: ReadonlySet<string>): boolean {
  const follower = new Follower(calls);
  let looping = -1;
  let body: Statement[] = [];
  for (const statement of statements) {
    if (looping >= 0 && statement.indent <= looping) {
      body.forEach((again) => {
        follower.take(again, true);
      });
      [looping, body] = [-1, []];
    }
    if (looping < 0 && loop.test(statement.text)) {
      looping = statement.indent;
    }
    if (looping >= 0) {
      body.push(statement);
    }
    follower.take(statement, looping >= 0);
  }
  body.forEach((again) => {
    follower.take(again, true);
  });
  return follower.found;
}

class Follower {
  found = false;
  readonly #calls: ReadonlySet<string>;
  /** Names that hold something made of a call's result. */
  readonly #made = new Set<string>();
  /** What is indented further than this runs only by a decision on such a name; all that follows, from -1 on. */
  #decided = Infinity;
  /** How far the latest call is indented, as long as what follows stands beside it; -1 when it does not. */
  #called = -1;

  constructor(calls: ReadonlySet<string>) {
    this.#calls = calls;
  }

  take(statement: Statement, looping: boolean): void {
    const { indent, text } = statement;
    if (indent <= this.#decided) {
      this.#decided = Infinity;
    }
    const isCall = makesOne(statement, this.#calls);
    if (looping && ends.test(text) && (isCall || indent === this.#called)) {
      // The loop goes on only where a call failed: it is made again.
      this.found = true;
    }
    this.#called = isCall ? indent : Math.min(this.#called, indent);
    const { target, value } = this.#parts(text);
    const isMade = isCall || this.#uses(value);
    this.found ||= isCall && (this.#decided < indent || this.#uses(value));
    for (const name of isMade ? (target.match(identifier) ?? []) : []) {
      this.#made.add(name);
    }
    if (condition.test(text) && this.#uses(text)) {
      this.#decided = leaves.test(text) ? -1 : Math.min(this.#decided, indent);
    } else if (this.#decided < indent && leaves.test(text)) {
      this.#decided = -1;
    }
  }

  #uses(text: string): boolean {
    return (text.match(identifier) ?? []).some((name) => this.#made.has(name));
  }

  /** What a statement sets, or the object whose method it calls, and what it does that with. */
  #parts(text: string): { readonly target: string; readonly value: string } {
    const [, set, to] = assignment.exec(text) ?? loopHead.exec(text) ?? [];
    if (set !== undefined && to !== undefined) {
      return { target: set, value: to };
    }
    const [, owner, name, given] = method.exec(text) ?? [];
    const isOther = name !== undefined && !this.#calls.has(name) && !output.test(text);
    return isOther ? { target: owner ?? '', value: given ?? '' } : { target: '', value: text };
  }
}
