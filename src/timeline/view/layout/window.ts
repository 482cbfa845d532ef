/** The part of the run that is shown, in milliseconds. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
}

/** Nothing shorter than this can be told apart: recorders write times to a thousandth of a millisecond. */
const shortest = 0.01;

/** The whole of a finished run, with a little room for its end. */
export function fitted({ start, end }: TimeWindow): TimeWindow {
  return { start, end: start + Math.max(end - start, shortest) * 1.04 };
}

const growth = [1, 1.5, 2, 3, 4, 6, 8, 10];

/** The window of a run that still grows: it widens in steps, so that what is drawn stands still in between. */
export function growing(now: number): TimeWindow {
  const needed = Math.max(now, 400) / 0.92;
  const size = 10 ** Math.floor(Math.log10(needed));
  return { start: 0, end: size * (growth.find((step) => step * size >= needed) ?? 10) };
}

/** Zooms by `factor` (above 1 shows less) around `anchor`, within `whole`. */
export function zoomed(view: TimeWindow, factor: number, anchor: number, whole: TimeWindow): TimeWindow {
  const length = view.end - view.start;
  const wanted = Math.min(Math.max(length / factor, shortest), whole.end - whole.start);
  const start = anchor - ((anchor - view.start) * wanted) / length;
  return within({ start, end: start + wanted }, whole);
}

/** Moves by `distance` milliseconds, within `whole`. */
export function panned(view: TimeWindow, distance: number, whole: TimeWindow): TimeWindow {
  return within({ start: view.start + distance, end: view.end + distance }, whole);
}

/** The least move of `view` that shows the interval, or its beginning where it is longer than the window. */
export function showing(view: TimeWindow, interval: TimeWindow, whole: TimeWindow): TimeWindow {
  if (interval.end < view.start || interval.start > view.end) {
    const middle = Math.min(
      (interval.start + interval.end) / 2,
      interval.start + (view.end - view.start) / 2,
    );
    return panned(view, middle - (view.start + view.end) / 2, whole);
  }
  return view;
}

function within(view: TimeWindow, whole: TimeWindow): TimeWindow {
  const length = view.end - view.start;
  const start = Math.max(whole.start, Math.min(view.start, whole.end - length));
  return { start, end: start + length };
}

/** Converts between moments and pixels of a plot `width` pixels wide. */
export interface Scale {
  readonly window: TimeWindow;
  readonly width: number;
  /** Pixels from the plot's left edge. */
  x(time: number): number;
  time(x: number): number;
}

export function scaleOf(window: TimeWindow, width: number): Scale {
  const perMillisecond = width / (window.end - window.start);
  return {
    window,
    width,
    x: (time) => (time - window.start) * perMillisecond,
    time: (x) => window.start + x / perMillisecond,
  };
}
