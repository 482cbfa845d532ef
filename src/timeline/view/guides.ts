import { formatDuration } from '../../core/trace/duration';
import { tookMs } from '../../core/trace/verdict';
import type { Prediction } from '../protocol';
import type { Guide, Shown } from './dom/shown';
import type { Story } from './model/story';
import { say } from './say';
import type { Staged } from './staged';

/** Less than this share of the longer run is no difference worth a call. */
const noticed = 0.02;
/** A run may take so much longer than its question says, beside a tenth of a second. */
const tolerance = 0.25;

/** The lines through a run: the present or its end, and what was said. `origin` is where its axis begins to count. */
export function guidesOf(
  { story, run }: Staged,
  origin: number,
  end: 'end' | 'better-end',
): readonly Guide[] {
  const { trace, told, over } = story;
  if (!over) {
    const now = { time: trace.duration, kind: 'now', text: formatDuration(trace.duration) } as const;
    return [now, ...said(run.prediction, told.start, null)];
  }
  const took = tookMs(trace);
  const ended = { time: told.end - origin, kind: end, text: formatDuration(took) };
  return [ended, ...said(run.prediction, told.start - origin, took)];
}

/** A time that was said, unless the question was about a part of the run: the whole then takes another time than is right. */
function said(prediction: Prediction | null, start: number, took: number | null): readonly Guide[] {
  const { saidMs = null, rightMs = null } = prediction ?? {};
  const isOfPart = took !== null && rightMs !== null && Math.abs(took - rightMs) > rightMs * tolerance + 100;
  return prediction === null || saidMs === null || isOfPart
    ? []
    : [{ time: start + saidMs, kind: 'said', text: say('prediction.guide', prediction.said) }];
}

/** The stretch by which the second of two runs is shorter or longer; null where that is nothing to speak of. */
export function savedOf(first: Story, second: Story): Shown['saved'] {
  const [before, after] = [first, second].map(({ told }) => told.end - told.start);
  if (
    before === undefined ||
    after === undefined ||
    Math.abs(before - after) < Math.max(before, after) * noticed
  ) {
    return null;
  }
  const difference = formatDuration(Math.abs(before - after));
  const isBetter = after < before;
  const text = isBetter ? say('picture.saved', difference) : say('picture.lost', difference);
  return { start: Math.min(before, after), end: Math.max(before, after), text, isBetter };
}
