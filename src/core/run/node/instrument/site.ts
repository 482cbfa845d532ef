/** A place in the learner's source that the runtime is told about by number. */
export interface Site {
  readonly line: number;
  /** A function's name, or what is awaited or called, as the learner wrote it. */
  readonly text: string;
}

/** The sites of modules that a thread has loaded are numbered from here on, apart from those of the main thread. */
export const FIRST_THREAD_SITE = 1 << 24;

/** The recorder as instrumented code sees it: a global binding that reflection on `globalThis` does not show. */
export const RUNTIME = '__asyncTutor';

/** What an `await` stands in. V8 finds a call by a plain name again when it words an error about its value. */
export const RESUME = `${RUNTIME}Resume`;

/**
 * What stands before and after all that is inserted: white space that nobody writes, by which the source that a
 * function shows of itself is freed of it. It ends in white space of ASCII: Node's search for what a CommonJS module
 * exports knows no other, and finds no `exports` right behind it.
 */
export const INSERTED = { begin: '\u205f\u200a', end: '\u200a\u205f ' } as const;

/** The constant that says inside a callback whether it has the loop for itself. */
export const TURN = '__asyncTutorTurn';

/** The constant that holds a function's lane inside its body. */
export const LANE = '__asyncTutorLane';

/** The lane of module code outside any function. */
export const PROGRAM_LANE = `${RUNTIME}.program`;
