import type { Scale } from './window';

/** A labelled moment of the axis. */
export interface Tick {
  readonly time: number;
  readonly x: number;
}

export interface Ticks {
  /** Milliseconds from one tick to the next: 1, 2 or 5 times a power of ten. */
  readonly step: number;
  readonly ticks: readonly Tick[];
}

/** Ticks at round moments, at least `spacing` pixels apart. */
export function ticksOf(scale: Scale, spacing: number): Ticks {
  const { start, end } = scale.window;
  const least = ((end - start) * spacing) / Math.max(scale.width, 1);
  const size = 10 ** Math.floor(Math.log10(least));
  const step = size * ([1, 2, 5].find((factor) => factor * size >= least * (1 - 1e-9)) ?? 10);
  const ticks: Tick[] = [];
  for (let index = Math.ceil(start / step - 1e-9); index * step <= end; index++) {
    ticks.push({ time: index * step, x: scale.x(index * step) });
  }
  return { step, ticks };
}
