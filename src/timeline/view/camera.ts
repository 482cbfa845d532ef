import { fitted, growing, panned, showing, zoomed, type TimeWindow } from './layout/window';

/** How long the picture takes to widen, in milliseconds of the viewer's time. */
const glide = 240;

const nothing: TimeWindow = { start: 0, end: 1 };

/** Which part of the run is shown: the whole of it, which may grow, until somebody zooms in. */
export class Camera {
  /** As far as one can go. */
  #whole: TimeWindow = nothing;
  /** What is shown until somebody zooms, and what it grew from. */
  #fit: TimeWindow = nothing;
  #from: TimeWindow = nothing;
  #since = -Infinity;
  #chosen: TimeWindow | null = null;

  /** Follows a run that has come so far; with `still` the picture jumps where it would glide. */
  grow(now: number, at: number, still: boolean): void {
    this.#glideTo(growing(now), at, still);
    this.#whole = this.#fit;
  }

  /** Shows a run of this duration that is over; `told` is the part of it that tells the story. */
  settle(duration: number, told: TimeWindow, at: number, still: boolean): void {
    this.#glideTo(fitted(told), at, still);
    this.#whole = { start: 0, end: Math.max(this.#fit.end, duration) };
  }

  /** Forgets the run that was shown. */
  reset(): void {
    this.#fit = nothing;
    this.#chosen = null;
  }

  /** What to show at the viewer's time `at`. */
  window(at: number): TimeWindow {
    return this.#chosen ?? this.#at(at);
  }

  /** True while the window still moves by itself. */
  isGliding(at: number): boolean {
    return this.#chosen === null && at - this.#since < glide;
  }

  get isZoomed(): boolean {
    return this.#chosen !== null;
  }

  zoom(factor: number, anchor: number, at: number): void {
    const next = zoomed(this.window(at), factor, anchor, this.#whole);
    const isWhole = next.start === this.#whole.start && next.end === this.#whole.end;
    this.#chosen = isWhole && this.#fit.start === this.#whole.start ? null : next;
  }

  pan(distance: number, at: number): void {
    if (this.#chosen !== null) {
      this.#chosen = panned(this.window(at), distance, this.#whole);
    }
  }

  reveal(interval: TimeWindow, at: number): void {
    if (this.#chosen !== null) {
      this.#chosen = showing(this.window(at), interval, this.#whole);
    }
  }

  /** Shows this interval alone. */
  zoomTo({ start, end }: TimeWindow, at: number): void {
    const { start: shown, end: shownEnd } = this.window(at);
    const factor = (shownEnd - shown) / Math.max(end - start, 1e-9);
    this.#chosen = zoomed({ start: shown, end: shownEnd }, factor, (start + end) / 2, this.#whole);
    this.reveal({ start, end }, at);
    this.#chosen = panned(
      this.#chosen,
      (start + end - this.#chosen.start - this.#chosen.end) / 2,
      this.#whole,
    );
  }

  fit(): void {
    this.#chosen = null;
  }

  #at(at: number): TimeWindow {
    const share = Math.min(1, Math.max(0, (at - this.#since) / glide));
    const eased = 1 - (1 - share) ** 3;
    const between = (from: number, to: number) => from + (to - from) * eased;
    return { start: between(this.#from.start, this.#fit.start), end: between(this.#from.end, this.#fit.end) };
  }

  #glideTo(fit: TimeWindow, at: number, still: boolean): void {
    if (fit.start !== this.#fit.start || fit.end !== this.#fit.end) {
      this.#from = still || this.#fit === nothing ? fit : this.#at(at);
      this.#since = at;
      this.#fit = fit;
    }
  }
}
