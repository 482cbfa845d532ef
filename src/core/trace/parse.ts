import { isLanguage, type Language } from '../language';
import { isProgramFile } from './places';
import type { LaneKind, SharedKind, TraceEvent } from './events';
import type { Clock, Outcome } from './trace';

type Check = (value: unknown) => boolean;

const finite: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const span: Check = (value) => finite(value) && Number(value) >= 0;
const lane: Check = (value) => Number.isSafeInteger(value) && Number(value) > 0;
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const text: Check = (value) => typeof value === 'string';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (allowed: Readonly<Record<string, true>>): Check =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(allowed, value);

export const languages: Record<Language, true> = { python: true, typescript: true };
export const clocks: Record<Clock, true> = { real: true, 'skip-idle': true, virtual: true };
export const kinds: Record<LaneKind, true> = {
  program: true,
  task: true,
  call: true,
  thread: true,
  process: true,
};
export const sharedKinds: Record<SharedKind, true> = { queue: true, semaphore: true, lock: true };
export const outcomes: Record<Outcome, true> = { done: true, failed: true, cancelled: true, pending: true };

const isClock = oneOf(clocks);

const start: Check = (value) => {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { language, file, clock, pid } = value as Partial<Record<string, unknown>>;
  return isLanguage(language) && text(file) && isClock(clock) && lane(pid);
};

/** What follows the tag, member by member; a tuple has no more members than checks. */
const shapes: Readonly<Record<TraceEvent[0], readonly Check[]>> = {
  start: [span, start],
  file: [span, lane, (value) => typeof value === 'string' && isProgramFile(value)],
  loop: [span, oneOf({ begin: true, end: true })],
  lane: [span, lane, orNull(lane), text, oneOf(kinds), orNull(lane), optional(lane)],
  run: [span, lane, orNull(lane), optional(lane)],
  wait: [
    span,
    lane,
    orNull(lane),
    text,
    (value) => Array.isArray(value) && value.every(lane),
    optional(lane),
  ],
  wake: [span, lane],
  nest: [span, lane, lane],
  end: [span, lane, oneOf(outcomes), orNull(text)],
  block: [span, orNull(lane), orNull(lane), text, span, optional(lane)],
  idle: [span, span],
  out: [span, orNull(lane), oneOf({ stdout: true, stderr: true }), text],
  mark: [span, orNull(lane), text],
  cancel: [span, lane, orNull(lane), optional(text)],
  'never-awaited': [span, orNull(lane), text, orNull(lane), optional(lane)],
  unretrieved: [span, lane],
  destroyed: [span, lane],
  shared: [span, lane, oneOf(sharedKinds), text, orNull(count), orNull(lane), optional(lane)],
  level: [span, lane, count, orNull(lane)],
  deadlock: [span],
  exit: [span],
};

export function isEvent(value: unknown): value is TraceEvent {
  if (!Array.isArray(value)) {
    return false;
  }
  const members: readonly unknown[] = value;
  const tag = members[0];
  if (typeof tag !== 'string' || !Object.hasOwn(shapes, tag)) {
    return false;
  }
  const shape = shapes[tag as TraceEvent[0]];
  return members.length <= shape.length + 1 && shape.every((check, index) => check(members[index + 1]));
}

/** The event in one line of a recorder's stream, or undefined when the line is cut or no event. */
export function parseEvent(line: string): TraceEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
