// What the timeline panel costs in Chromium: the first picture, a frame while panning and zooming, and memory, at 1,000,
// 100,000 and 1,000,000 spans; and vis-timeline on the same spans. Usage: npm run build && npm run bench -- timeline
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import type { Trace } from '../../../src/core/trace/trace';
import { chromiumFlags, ensureChromium } from '../../harness/chromium';
import { openPanel, openVisTimeline, type Measured } from './pages';
import { traceOf } from './spans';

const sizes = [1000, 100_000, 1_000_000] as const;
/** vis-timeline gets this long for a size; larger ones are then left out. */
const patienceMs = 120_000;

interface Figures {
  /** From the message to the painted picture, in milliseconds. */
  readonly first: number;
  /** Medians, in milliseconds: the script's work in a frame, and from one frame to the next. */
  readonly work: number;
  readonly frame: number;
  /** Megabytes beyond the trace itself. */
  readonly heap: number;
}

declare global {
  interface Window {
    bench: { trace: Trace; json: string };
    measureFrames: typeof measureFrames;
    vis: { Timeline: new (place: Element, items: unknown, groups: unknown, options: unknown) => VisTimeline };
  }
}

interface VisTimeline {
  setWindow(start: number, end: number, options: { animation: boolean }): void;
}

/** Prints the table's figures. */
export async function run(): Promise<void> {
  const bundle = readFileSync('dist/timeline.js');
  console.log(
    `dist/timeline.js    ${kilobytes(bundle.length)}, ${kilobytes(gzipSync(bundle).length)} gzipped`,
  );
  console.log('                               first picture   frame: work   interval      heap');
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  try {
    for (const [name, open, show, move] of [
      ['panel', openPanel, showInPanel, movePanel],
      ['vis-timeline', openVisTimeline, showInVis, moveVis],
    ] as const) {
      for (const spans of sizes) {
        const context = await browser.newContext({ viewport: { width: 1120, height: 720 } });
        const measured = await open(context);
        const figures = await timed(measure(measured, traceOf(spans), show, move));
        console.log(`${name.padEnd(13)} ${String(spans).padStart(9)} spans   ${line(figures)}`);
        await context.close();
        if (figures === null) {
          break;
        }
      }
    }
  } finally {
    await browser.close();
  }
}

async function measure(
  measured: Measured,
  trace: Trace,
  show: () => Promise<number>,
  move: () => Promise<[number, number]>,
): Promise<Figures> {
  const { page } = measured;
  await give(page, trace);
  await page.evaluate(`window.measureFrames = ${measureFrames.toString()}`);
  const before = await measured.heap();
  const first = await page.evaluate(show);
  const [work, frame] = await page.evaluate(move);
  return { first, work, frame, heap: (await measured.heap()) - before };
}

/** Hands the trace over in parts: one message to the browser may not be as large as a million spans. */
async function give(page: Page, trace: Trace): Promise<void> {
  const { lanes, ...facts } = trace;
  await page.evaluate((json) => {
    const rest = JSON.parse(json) as Omit<Trace, 'lanes'>;
    window.bench = { trace: { ...rest, lanes: [] }, json: '' };
  }, JSON.stringify(facts));
  for (const lane of lanes) {
    await page.evaluate((json) => {
      const { trace: known } = window.bench;
      window.bench.trace = { ...known, lanes: [...known.lanes, JSON.parse(json) as Trace['lanes'][number]] };
    }, JSON.stringify(lane));
  }
}

async function showInPanel(): Promise<number> {
  const title = { name: 'bench.ts', language: 'typescript', clock: 'real', file: null };
  const run = { id: 'a', title, prediction: null, problem: null, lessons: [], trace: window.bench.trace };
  const begun = performance.now();
  window.dispatchEvent(new MessageEvent('message', { data: { type: 'finished', run } }));
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve, 0);
    });
  });
  return performance.now() - begun;
}

/**
 * Acts once in each of so many steps: median of the script's work in a frame, and of the frames' distances, of which each
 * step takes two. Both pages draw in the next frame, between what is asked for before and after the act.
 */
async function measureFrames(steps: number, act: (step: number) => void): Promise<[number, number]> {
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const work: number[] = [];
  const frames: number[] = [];
  let last = 0;
  for (let step = 0; step < steps; step++) {
    await new Promise<void>((resolve) => {
      requestAnimationFrame((time) => {
        frames.push(time - last);
        last = time;
        let drawing = 0;
        requestAnimationFrame(() => {
          drawing = performance.now();
        });
        const begun = performance.now();
        act(step);
        const handled = performance.now() - begun;
        requestAnimationFrame(() => {
          work.push(handled + performance.now() - drawing);
          resolve();
        });
      });
    });
  }
  return [median(work), median(frames.slice(1)) / 2];
}

/** Zooms in and out with the wheel, then drags. */
async function movePanel(): Promise<[number, number]> {
  const grid = document.querySelector('.picture .grid');
  const box = document.querySelector('.picture .plot')?.getBoundingClientRect();
  if (grid === null || box === undefined) {
    throw new Error('There is no picture.');
  }
  const [x, y] = [box.left + box.width * 0.6, box.top + 8];
  const at = { bubbles: true, cancelable: true, clientX: x, clientY: y };
  return window.measureFrames(150, (step) => {
    if (step < 90) {
      const deltaY = Math.floor(step / 30) % 2 === 0 ? -60 : 50;
      grid.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY, ctrlKey: true }));
    } else {
      grid.dispatchEvent(new WheelEvent('wheel', { ...at, deltaX: step % 40 < 20 ? 35 : -35 }));
    }
  });
}

async function showInVis(): Promise<number> {
  const { lanes } = window.bench.trace;
  const groups = lanes.map(({ id, name }) => ({ id, content: name }));
  const items = lanes.flatMap(({ id, spans }) =>
    spans.map(({ start, end, state }, index) => ({
      ...{ id: `${id} ${index}`, group: id, start, end, type: 'range', content: '', className: state },
    })),
  );
  const place = document.querySelector('#vis');
  if (place === null) {
    throw new Error('There is no place for vis-timeline.');
  }
  const begun = performance.now();
  const options = { stack: false, height: 600, margin: { item: 0 } };
  Object.assign(window, { shown: new window.vis.Timeline(place, items, groups, options) });
  await new Promise<void>((resolve) => {
    const settle = () => {
      requestAnimationFrame(() => {
        setTimeout(() => {
          if (document.querySelector('.vis-item') === null) {
            settle();
          } else {
            resolve();
          }
        }, 0);
      });
    };
    settle();
  });
  return performance.now() - begun;
}

async function moveVis(): Promise<[number, number]> {
  const { shown } = window as unknown as { shown: VisTimeline };
  const { duration } = window.bench.trace;
  return window.measureFrames(40, (step) => {
    const length = duration * (step < 20 ? 1 - step * 0.04 : 0.2);
    const start = step < 20 ? 0 : (duration * (step - 20)) / 40;
    shown.setWindow(start, start + length, { animation: false });
  });
}

function timed<T>(promise: Promise<T>): Promise<T | null> {
  return Promise.race([
    promise.catch(() => null),
    new Promise<null>((resolve) => {
      setTimeout(resolve, patienceMs, null);
    }),
  ]);
}

function line(figures: Figures | null): string {
  if (figures === null) {
    return `not finished after ${patienceMs / 1000} s`;
  }
  const { first, work, frame, heap } = figures;
  const cell = (value: number, unit: string) => `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`.padStart(12);
  return [cell(first, 'ms'), cell(work, 'ms'), cell(frame, 'ms'), cell(heap, 'MB')].join(' ');
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}
