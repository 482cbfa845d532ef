import { isSectionId } from '../core/course/outline';
import type { Trace } from '../core/trace/trace';
import type { FinishedRun, RunStart } from './protocol';

/** A run with its trace, and with the lessons that the course has for what the trace shows. */
export function finishedRun(start: RunStart, trace: Trace, problem: string | null): FinishedRun {
  const sections = new Set(trace.findings.map(({ section }) => section));
  return { ...start, trace, problem, lessons: [...sections].filter(isSectionId) };
}
