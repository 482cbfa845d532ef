// The states of the panel that are looked at and searched for barriers, each from a message to what is then on the page.
import { compare } from '../../src/core/trace/compare';
import type { Trace } from '../../src/core/trace/trace';
import type { FinishedRun, Prediction } from '../../src/timeline/protocol';
import { orderIn } from '../../src/timeline/said-order';
import { blocking, gather, gatherEvents, sequential } from '../timeline/lecture-traces';
import { trace } from '../timeline/builders';
import { namesAndEnds, oneLane, served, shared, tiny, workers } from '../timeline/traces';
import { begun, finished, frames, type TimelinePage, type TimelinePageOptions } from './timeline-page';

interface Scene {
  readonly options?: TimelinePageOptions;
  show(view: TimelinePage): Promise<void>;
}

/** What a learner said of the three reports. */
export const prediction: Prediction = {
  question: 'How long will it take?',
  said: '2 seconds',
  right: '6 seconds',
  why: 'The waits add up.',
  saidMs: 2000,
};

const orders = ['1, 2, 3: as they ordered', '2, 3, 1: as the dishes are ready'] as const;

/** What a learner said of the order in which three tables are served. */
const orderPrediction = (said: (typeof orders)[number]): Prediction => {
  const order = orderIn(orders, orders.indexOf(said), 1);
  const facts = { question: 'Who is served when?', why: 'The kitchen decides.', saidMs: null };
  return { ...facts, said, right: orders[1], ...(order !== null && { order }) };
};

const run = (id: string, shown: Trace): FinishedRun => ({
  ...{ ...begun, id, trace: shown, problem: null, lessons: ['4.1'] },
});

/** Three reports one after another, and together. */
export const compared = {
  type: 'compare',
  runs: [run('before', sequential()), run('after', gather())],
  differences: compare(sequential(), gather()).sentences,
} as const;

/** A program up to its first wait, as the view hears of it. */
export async function beginLive(view: TimelinePage, events = gatherEvents()): Promise<void> {
  const idle = events.findIndex(([tag]) => tag === 'idle');
  await view.send({ type: 'begin', run: begun });
  await view.send({ type: 'events', events: events.slice(0, idle) });
}

const over = (
  make: () => Trace,
  facts: Partial<FinishedRun> = {},
  options: TimelinePageOptions = {},
): Scene => ({
  options,
  show: (view) => view.send(finished(make(), facts)),
});
const column = { width: 400, height: 800 };

export const scenes: Readonly<Record<string, Scene>> = {
  empty: { show: () => Promise.resolve() },
  starting: { show: (view) => view.send({ type: 'begin', run: begun }) },
  live: {
    async show(view) {
      await beginLive(view);
      await view.page.waitForTimeout(600);
    },
  },
  'live-narrow-still': {
    options: { ...column, reducedMotion: true },
    show: (view) => beginLive(view),
  },
  sequential: over(sequential),
  gather: over(gather),
  blocking: over(blocking),
  '6-ms': over(tiny),
  '1-lane': over(oneLane),
  '30-lanes': over(() => workers(30, 10)),
  '1000-lanes': over(() => workers(1000, 33)),
  names: over(namesAndEnds, { problem: 'The program was stopped after 1 s, the longest it may run.' }),
  nothing: over(() => trace(0, {}), { problem: 'Python was not found.' }),
  narrow: over(blocking, {}, column),
  'narrow-names': over(namesAndEnds, {}, column),
  prediction: over(sequential, { prediction }),
  'narrow-prediction': over(sequential, { prediction }, column),
  order: over(served, { prediction: orderPrediction('1, 2, 3: as they ordered') }),
  'narrow-order': over(served, { prediction: orderPrediction('2, 3, 1: as the dishes are ready') }, column),
  restaurant: {
    async show(view) {
      await view.send(finished(shared()));
      await view.page.getByLabel('Restaurant words').check();
    },
  },
  compare: { options: { height: 830 }, show: (view) => view.send(compared) },
  'narrow-compare': { options: column, show: (view) => view.send(compared) },
  replay: {
    async show(view) {
      await view.send(finished(blocking()));
      for (let step = 0; step < 12; step++) {
        await view.page.getByRole('button', { name: 'step forward' }).click();
      }
    },
  },
  keyboard: {
    async show(view) {
      await view.send(finished(gather()));
      await view.page.getByRole('rowheader', { name: /^fetch_weather/ }).focus();
      await view.page.keyboard.press('ArrowRight');
      await view.page.keyboard.press('ArrowRight');
    },
  },
  table: {
    async show(view) {
      await view.send(finished(namesAndEnds()));
      await view.page.getByRole('button', { name: 'Table view' }).click();
    },
  },
  help: {
    async show(view) {
      await view.send(finished(gather()));
      await view.page.keyboard.press('?');
    },
  },
};

/** Shows a scene and waits until it is drawn. */
export async function showScene(view: TimelinePage, scene: Scene): Promise<void> {
  await scene.show(view);
  await frames(view.page);
}
