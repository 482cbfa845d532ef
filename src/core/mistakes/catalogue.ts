/** Ids are contracts: they stand in settings, suppressions and reports, and never change. */
export const mistakeIds = ['missing-await', 'blocking-call', 'nested-runner'] as const;
export type MistakeId = (typeof mistakeIds)[number];

/** `warning` breaks the program's meaning or stalls the loop, `information` is advice. */
export type Severity = 'warning' | 'information';

export interface Mistake {
  readonly id: MistakeId;
  readonly title: string;
  readonly severity: Severity;
  /** The lecture's section that teaches it, and under which findings are filed. */
  readonly section: string;
  /** Why it matters, in the words of the restaurant. */
  readonly why: string;
  /** How to mend it, one sentence. */
  readonly mend: string;
}

export const catalogue: Readonly<Record<MistakeId, Mistake>> = {
  'missing-await': {
    id: 'missing-await',
    title: 'Missing await',
    severity: 'warning',
    section: '5.4',
    why: 'You hold the ticket, but nobody has brought the meal: without await the order is never picked up.',
    mend: 'Put await in front of the call, or keep what it returns and await that later.',
  },
  'blocking-call': {
    id: 'blocking-call',
    title: 'Blocking call in async code',
    severity: 'warning',
    section: '5.4',
    why: 'The waiter stands at the kitchen door until this one dish is ready, and every other table waits too.',
    mend: 'Await the asynchronous twin of the call, or move the call to a thread.',
  },
  'nested-runner': {
    id: 'nested-runner',
    title: 'Runner inside async code',
    severity: 'warning',
    section: '5.4',
    why: 'The restaurant is open already: a second manager cannot open it again in the middle of the service.',
    mend: 'Await the coroutine or promise directly instead of starting another runner.',
  },
};
