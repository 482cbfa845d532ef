/** A place in the learner's source that the runtime is told about by number. */
export interface Site {
  readonly line: number;
  /** A function's name, or what is awaited or called, as the learner wrote it. */
  readonly text: string;
}

/** The recorder as instrumented code sees it: a global binding that reflection on `globalThis` does not show. */
export const RUNTIME = '__asyncTutor';

/** The constant that holds a function's lane inside its body. */
export const LANE = '__asyncTutorLane';

/** The lane of module code outside any function. */
export const PROGRAM_LANE = `${RUNTIME}.program`;
