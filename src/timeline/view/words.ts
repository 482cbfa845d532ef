import type { Language } from '../../core/language';
import type { Clock, LoopSpan, MarkKind, Outcome, SpanState, TraceFindingKind } from '../../core/trace/trace';

/** What a piece of a row shows: a lane's span, or a stretch of the loop. */
export type PieceState = SpanState | LoopSpan['state'];

const languages: Readonly<Record<Language, string>> = {
  python: 'Python',
  typescript: 'TypeScript/JavaScript',
};

const clocks: Readonly<Record<Clock, string>> = {
  real: 'real clock',
  'skip-idle': 'idle time skipped',
  virtual: 'virtual clock',
};

const states: Readonly<Record<PieceState, string>> = {
  running: 'running',
  waiting: 'waiting',
  ready: 'ready, the loop is taken',
  blocked: 'blocking everybody',
  busy: 'busy',
  idle: 'idle',
};

const outcomes: Readonly<Record<Outcome, string>> = {
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  pending: 'never finished',
};

const markKinds: Readonly<Record<MarkKind, string>> = {
  output: 'output',
  'error-output': 'error output',
  mark: 'mark',
  cancel: 'asked to cancel',
};

const findingKinds: Readonly<Record<TraceFindingKind, string>> = {
  deadlock: 'Deadlock',
  'blocked-loop': 'Blocked loop',
  'never-awaited': 'Never awaited',
  'never-finished': 'Never finished',
  'never-retrieved': 'Exception never seen',
  'destroyed-pending': 'Task destroyed',
  'undrained-queue': 'Queue never drained',
  'one-after-another': 'One after another',
};

/** Every sentence and word that the panel shows, in one place so that it can be translated. */
export const words = {
  locale: 'en',
  languages,
  clocks,
  states,
  outcomes,
  markKinds,
  findingKinds,
  units: {
    microseconds: (value: string) => `${value} µs`,
    milliseconds: (value: string) => `${value} ms`,
    seconds: (value: string) => `${value} s`,
    minutes: (minutes: string, seconds: string) => `${minutes} min ${seconds} s`,
    percent: (value: string) => `${value} %`,
  },
  empty: {
    title: 'Run a program to see its timeline',
    hint: 'Open a Python, TypeScript or JavaScript file and choose “Run with timeline” above its code, in the editor’s title bar or in the Command Palette.',
  },
  header: {
    what: (language: string, clock: string) => `${language} · ${clock}`,
    stop: 'Stop',
    runAgain: 'Run again',
    starting: 'starting …',
    stopping: 'Stopping …',
  },
  live: {
    verdict: 'The program is running. Watch who waits, and for what.',
    announce: (name: string) => `${name} is running.`,
  },
  facts: {
    wall: (time: string) => `wall ${time}`,
    busy: (time: string, share: string) => `busy ${time} (${share})`,
    idle: (time: string) => `idle ${time}`,
    blocked: (time: string) => `loop blocked ${time}`,
    lanes: (count: number) => (count === 1 ? '1 lane' : `${count} lanes`),
  },
  picture: {
    region: 'Timeline',
    grid: 'Lanes of the program. Up and down move between lanes, left and right between spans, Enter goes to the line.',
    loop: 'event loop',
    loopIdle: (share: string) => `idle ${share}`,
    loopBlocked: (time: string) => `blocked ${time}`,
    noLoop: 'no event loop ran',
    line: (line: number) => `line ${line}`,
    nested: '↳',
    total: (time: string) => time,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit',
    fitLabel: 'Fit the whole run',
    zoomHint: 'Ctrl or Cmd and the wheel zoom, dragging moves',
  },
  labels: {
    idleLong: 'idle: the waiter stands still',
    idle: 'idle',
    busy: 'busy',
    running: 'running',
    waiting: 'waiting',
    ready: 'ready',
    blocked: 'blocking',
    blockedBy: (what: string) => `blocking: ${what}`,
  },
  hover: {
    waitingFor: (what: string) => `waiting for ${what}`,
    waitingThrough: (call: string, what: string) => `waiting for ${call} (${what})`,
    runningIn: (call: string) => `running ${call}`,
    blockedBy: (what: string) => `${what} is blocking everybody`,
    loopBlocked: (lane: string) => `blocked: ${lane} keeps the loop`,
    loopBlockedBy: (lane: string, what: string) => `blocked: ${lane} keeps the loop with ${what}`,
    interval: (start: string, end: string, length: string) => `${start} to ${end}, ${length}`,
    crowd: (count: number, length: string) =>
      `${count} short spans within ${length}: zoom in to tell them apart`,
    mark: (kind: string, time: string) => `${kind} at ${time}`,
    more: (count: number) => `and ${count} more here`,
    reveal: 'Click goes to the line',
    span: (index: number, count: number) => `span ${index} of ${count}`,
  },
  rows: {
    lane: (name: string, line: string, end: string, spans: number) =>
      [name, line, end, spans === 1 ? '1 span' : `${spans} spans`].filter((part) => part !== '').join(', '),
    call: (name: string) => `call ${name}`,
    ended: (outcome: string, time: string) => `${outcome} at ${time}`,
  },
  findings: {
    title: 'What the run shows',
    goTo: (line: number) => `Go to line ${line}`,
    lesson: (section: string) => `Lesson ${section}`,
  },
  output: {
    title: 'Output',
    time: 'Time',
    lane: 'Lane',
    text: 'Text',
    nobody: '–',
    error: 'stderr',
    cut: (shown: number, all: number) => `The last ${shown} of ${all} lines.`,
  },
  legend: {
    title: 'Legend',
    running: 'running',
    waiting: 'waiting, the loop is free',
    ready: 'ready, the loop is taken',
    blocked: 'blocking everybody',
    idle: 'idle, nobody needs the loop',
  },
} as const;
