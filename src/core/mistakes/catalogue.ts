import * as l10n from '@vscode/l10n';
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
    title: l10n.t('Missing await'),
    severity: 'warning',
    section: '5.4',
    why: l10n.t(
      'You hold the ticket, but nobody has brought the meal: without await the order is never picked up.',
    ),
    mend: l10n.t('Put await in front of the call, or keep what it returns and await that later.'),
  },
  'blocking-call': {
    id: 'blocking-call',
    title: l10n.t('Blocking call in async code'),
    severity: 'warning',
    section: '5.4',
    why: l10n.t(
      'The waiter stands at the kitchen door until this one dish is ready, and every other table waits.',
    ),
    mend: l10n.t('Await the asynchronous twin of the call, or move the call to a thread.'),
  },
  'nested-runner': {
    id: 'nested-runner',
    title: l10n.t('Runner inside async code'),
    severity: 'warning',
    section: '5.4',
    why: l10n.t(
      'The restaurant is open already: a second manager cannot open it again in the middle of the service.',
    ),
    mend: l10n.t('Await the coroutine or promise directly instead of starting another runner.'),
  },
  'needless-async': {
    id: 'needless-async',
    title: l10n.t('Async function that never awaits'),
    severity: 'information',
    section: '5.4',
    why: l10n.t(
      'You handed out a ticket for a glass of water that stood on the table: nothing had to be waited for.',
    ),
    mend: l10n.t('Make it a plain function and call it without await.'),
  },
  'cpu-bound': {
    id: 'cpu-bound',
    title: l10n.t('Long calculation in async code'),
    severity: 'warning',
    section: '5.4',
    why: l10n.t(
      'The waiter peels a thousand potatoes between two tables: no kitchen helps, and everybody waits.',
    ),
    mend: l10n.t('Move the calculation to a process or a worker thread, and await that.'),
  },
  'sequential-awaits': {
    id: 'sequential-awaits',
    title: l10n.t('Independent awaits, one after another'),
    severity: 'information',
    section: '4.1',
    why: l10n.t(
      'The second dish is ordered only when the first is served, although they could cook side by side.',
    ),
    mend: l10n.t('Start them together, then await them all.'),
  },
  'await-outside-async': {
    id: 'await-outside-async',
    title: l10n.t('Await outside of async code'),
    severity: 'warning',
    section: '3.2',
    why: l10n.t(
      'Only a waiter can leave a table and come back to it; a guest who stays in his chair cannot go and see.',
    ),
    mend: l10n.t('Make the function around it async, and await that function where it is called.'),
  },
  'repeated-runner': {
    id: 'repeated-runner',
    title: l10n.t('Runner started several times'),
    severity: 'warning',
    section: '3.3',
    why: l10n.t(
      'The restaurant opens, serves one guest, closes, and opens again: nobody is served side by side.',
    ),
    mend: l10n.t('Open once: await everything from one main coroutine and run that.'),
  },
  'dropped-task': {
    id: 'dropped-task',
    title: l10n.t('Task that nobody keeps'),
    severity: 'warning',
    section: '4.3',
    why: l10n.t(
      'The order is in the kitchen, but the slip is thrown away: nobody hears the bell, and the dish may vanish.',
    ),
    mend: l10n.t('Keep the task, and await it before the end.'),
  },
  'swallowed-cancellation': {
    id: 'swallowed-cancellation',
    title: l10n.t('Cancellation that is swallowed'),
    severity: 'warning',
    section: '4.3',
    why: l10n.t('The guest has cancelled and left, but the waiter nods and goes on serving the empty table.'),
    mend: l10n.t(
      'Clean up, then raise the cancellation again, so that whoever cancelled knows that the work has stopped.',
    ),
  },
  'unfinished-queue-item': {
    id: 'unfinished-queue-item',
    title: l10n.t('Queue item that is never reported done'),
    severity: 'warning',
    section: '4.4',
    why: l10n.t(
      'The cook takes order slips and never says that a dish is ready: whoever waits for the last one waits forever.',
    ),
    mend: l10n.t('Call task_done() once for each item, in a finally, so that join() can return.'),
  },
  'leaked-timeout': {
    id: 'leaked-timeout',
    title: l10n.t('Timeout that leaves its work running'),
    severity: 'information',
    section: '4.3',
    why: l10n.t('The guest has given up and gone, but the dish still cooks and takes a place on the stove.'),
    mend: l10n.t('Cancel what did not finish in time and await it, or clear the timer that lost.'),
  },
};
