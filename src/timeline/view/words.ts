import type { Language } from '../../core/language';
import type { Clock, LoopSpan, MarkKind, Outcome, SpanState, TraceFindingKind } from '../../core/trace/trace';
import type { SignKind } from './layout/signs';
import { locale, say } from './say';

/** What a piece of a row shows: a lane's span, or a stretch of the loop. */
export type PieceState = SpanState | LoopSpan['state'];

const languages: Readonly<Record<Language, string>> = {
  python: say('language.python'),
  typescript: say('language.typescript'),
};

const clocks: Readonly<Record<Clock, string>> = {
  real: say('clock.real'),
  'skip-idle': say('clock.skip-idle'),
  virtual: say('clock.virtual'),
};

const states: Readonly<Record<PieceState, string>> = {
  running: say('state.running'),
  waiting: say('state.waiting'),
  ready: say('state.ready'),
  blocked: say('state.blocked'),
  busy: say('state.busy'),
  idle: say('state.idle'),
};

const outcomes: Readonly<Record<Outcome, string>> = {
  done: say('outcome.done'),
  failed: say('outcome.failed'),
  cancelled: say('outcome.cancelled'),
  pending: say('outcome.pending'),
};

const markKinds: Readonly<Record<MarkKind, string>> = {
  output: say('mark.output'),
  'error-output': say('mark.error-output'),
  mark: say('mark.mark'),
  cancel: say('mark.cancel'),
};

const signs: Readonly<Record<SignKind, string>> = {
  created: say('sign.created'),
  awaits: say('sign.awaits'),
  resumed: say('sign.resumed'),
};

const findingKinds: Readonly<Record<TraceFindingKind, string>> = {
  'blocked-loop': say('finding.blocked-loop'),
  'never-awaited': say('finding.never-awaited'),
  'never-finished': say('finding.never-finished'),
  'one-after-another': say('finding.one-after-another'),
  deadlock: say('finding.deadlock'),
  'never-retrieved': say('finding.never-retrieved'),
  'destroyed-pending': say('finding.destroyed-pending'),
  'undrained-queue': say('finding.undrained-queue'),
};

const fieldLabels = {
  idle: [say('label.idleLong'), say('state.idle')],
  busy: say('state.busy'),
  running: say('state.running'),
  waiting: say('state.waiting'),
  ready: say('label.ready'),
  blocked: say('label.blocked'),
  blockedBy: (what: string) => say('label.blockedBy', what),
};

const restaurantLabels: typeof fieldLabels = {
  idle: [say('restaurant.label.idle')],
  busy: say('restaurant.label.busy'),
  running: say('restaurant.label.running'),
  waiting: say('restaurant.label.waiting'),
  ready: say('restaurant.label.ready'),
  blocked: say('restaurant.label.blocked'),
  blockedBy: (what: string) => say('restaurant.label.blockedBy', what),
};

/** The words of the field, or those of the lecture's restaurant. */
export type Vocabulary = 'field' | 'restaurant';

/** Words that the bars carry, in either vocabulary. */
export const labels: Readonly<Record<Vocabulary, typeof fieldLabels>> = {
  field: fieldLabels,
  restaurant: restaurantLabels,
};

/** What the loop's row is called. */
export const loopName: Readonly<Record<Vocabulary, string>> = {
  field: say('picture.loop'),
  restaurant: say('restaurant.loop'),
};

/** What the legend says of each pattern. */
export const legendWords = {
  field: {
    running: say('legend.running'),
    waiting: say('legend.waiting'),
    ready: say('legend.ready'),
    blocked: say('legend.blocked'),
    idle: say('legend.idle'),
  },
  restaurant: {
    running: say('restaurant.running'),
    waiting: say('restaurant.waiting'),
    ready: say('restaurant.ready'),
    blocked: say('restaurant.blocked'),
    idle: say('restaurant.idle'),
  },
} as const;

/** Words by kind, and sentences with places for what they speak of. */
export const words = {
  locale,
  languages,
  clocks,
  states,
  outcomes,
  markKinds,
  signs,
  findingKinds,
  units: {
    microseconds: (value: string) => say('units.microseconds', value),
    milliseconds: (value: string) => say('units.milliseconds', value),
    seconds: (value: string) => say('units.seconds', value),
    minutes: (minutes: string, seconds: string) => say('units.minutes', minutes, seconds),
    percent: (value: string) => say('units.percent', value),
  },
  lanes: (count: number) => (count === 1 ? say('facts.lane') : say('facts.lanes', count)),
  spans: (count: number) => (count === 1 ? say('rows.span') : say('rows.spans', count)),
  line: (line: number) => say('picture.line', line),
} as const;
