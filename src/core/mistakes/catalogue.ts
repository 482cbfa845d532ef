/** Ids are contracts: they stand in settings, suppressions and reports, and never change. */
export const mistakeIds = [
  'needless-async',
  'sequential-awaits',
  'missing-await',
  'cpu-bound',
  'blocking-call',
  'nested-runner',
  'repeated-runner',
  'await-outside-async',
  'dropped-task',
  'swallowed-cancellation',
  'unfinished-queue-item',
  'leaked-timeout',
] as const;
export type MistakeId = (typeof mistakeIds)[number];

/** The mistakes that exist in TypeScript and JavaScript too; all exist in Python. */
export type TypeScriptMistakeId = Exclude<
  MistakeId,
  'repeated-runner' | 'dropped-task' | 'unfinished-queue-item'
>;

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
    why: 'The waiter stands at the kitchen door until this one dish is ready, and every other table waits.',
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
  'needless-async': {
    id: 'needless-async',
    title: 'Async function that never awaits',
    severity: 'information',
    section: '5.4',
    why: 'You handed out a ticket for a glass of water that stood on the table: nothing had to be waited for.',
    mend: 'Make it a plain function and call it without await.',
  },
  'cpu-bound': {
    id: 'cpu-bound',
    title: 'Long calculation in async code',
    severity: 'warning',
    section: '5.4',
    why: 'The waiter peels a thousand potatoes between two tables: no kitchen helps, and everybody waits.',
    mend: 'Move the calculation to a process or a worker thread, and await that.',
  },
  'sequential-awaits': {
    id: 'sequential-awaits',
    title: 'Independent awaits, one after another',
    severity: 'information',
    section: '4.1',
    why: 'The second dish is ordered only when the first is served, although they could cook side by side.',
    mend: 'Start them together, then await them all.',
  },
  'await-outside-async': {
    id: 'await-outside-async',
    title: 'Await outside of async code',
    severity: 'warning',
    section: '3.2',
    why: 'Only a waiter can be called away from a table and come back; a guest who must not stand up cannot go and see.',
    mend: 'Make the function around it async, and await that function where it is called.',
  },
  'repeated-runner': {
    id: 'repeated-runner',
    title: 'Runner started several times',
    severity: 'warning',
    section: '3.3',
    why: 'The restaurant opens, serves one guest, closes, and opens again: nobody is served side by side.',
    mend: 'Open once: await everything from one main coroutine and run that.',
  },
  'dropped-task': {
    id: 'dropped-task',
    title: 'Task that nobody keeps',
    severity: 'warning',
    section: '4.3',
    why: 'The order is in the kitchen, but the slip is thrown away: nobody hears the bell, and the dish may vanish.',
    mend: 'Keep the task, and await it before the end.',
  },
  'swallowed-cancellation': {
    id: 'swallowed-cancellation',
    title: 'Cancellation that is swallowed',
    severity: 'warning',
    section: '4.3',
    why: 'The guest has cancelled and left, but the waiter nods and goes on serving the empty table.',
    mend: 'Clean up, then raise the cancellation again, so that whoever cancelled knows that the work has stopped.',
  },
  'unfinished-queue-item': {
    id: 'unfinished-queue-item',
    title: 'Queue item that is never reported done',
    severity: 'warning',
    section: '4.4',
    why: 'The cook takes order slips and never says that a dish is ready: whoever waits for the last one waits forever.',
    mend: 'Call task_done() once for each item, in a finally, so that join() can return.',
  },
  'leaked-timeout': {
    id: 'leaked-timeout',
    title: 'Timeout that leaves its work running',
    severity: 'information',
    section: '4.3',
    why: 'The guest has given up and gone, but the dish still cooks and takes a place on the stove.',
    mend: 'Cancel what did not finish in time and await it, or clear the timer that lost.',
  },
};
