/**
 * What `work` gives; undefined where a text or a type is nested so deeply that the compiler runs out of stack. Other
 * errors pass.
 */
export function unlessTooDeep<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}
