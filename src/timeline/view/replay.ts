import { momentAfter, momentBefore } from './model/moments';
import type { Row } from './model/row';

export const speeds = [0.25, 0.5, 1, 2, 4] as const;

/** A run shorter or longer than this, in milliseconds of the viewer's time, is stretched or squeezed at speed 1. */
const shortest = 4000;
const longest = 60_000;

/** A run that is replayed; its moment 0 is `origin` milliseconds after its program started. */
export interface Track {
  readonly rows: readonly Row[];
  readonly origin: number;
}

/** Moves through finished runs. Moments are milliseconds since their common beginning. */
export class Replay {
  #moment: number | null = null;
  #speed = 1;
  #since: number | null = null;
  #tracks: readonly Track[] = [];
  #from = 0;
  #to = 0;

  /** Takes runs, from the moment that their story begins to its end, and leaves those before. */
  load(tracks: readonly Track[], from: number, to: number): void {
    this.leave();
    this.#tracks = tracks;
    this.#from = from;
    this.#to = to;
  }

  /** Null when nothing is replayed. */
  get moment(): number | null {
    return this.#moment;
  }

  get range(): readonly [number, number] {
    return [this.#from, this.#to];
  }

  get isPlaying(): boolean {
    return this.#since !== null;
  }

  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
  }

  /** Goes on from the moment that was reached, or from the beginning when that was the end; or pauses. */
  toggle(at: number): void {
    if (this.#since !== null) {
      this.#since = null;
      return;
    }
    if (this.#moment === null || this.#moment >= this.#to) {
      this.#moment = this.#from;
    }
    this.#since = at;
  }

  /** Moves on to the viewer's time `at`; true while it plays. */
  tick(at: number): boolean {
    if (this.#since === null || this.#moment === null) {
      return false;
    }
    this.#moment = Math.min(this.#to, this.#moment + (at - this.#since) * this.#speed * this.#pace);
    this.#since = this.#moment >= this.#to ? null : at;
    return this.isPlaying;
  }

  /** Goes to a moment and stops there. */
  seek(moment: number): void {
    this.#since = null;
    this.#moment = Math.min(Math.max(moment, this.#from), this.#to);
  }

  /** Goes to where the next thing happens, or the last one happened. */
  step(direction: 1 | -1): void {
    const here = this.#moment ?? (direction === 1 ? this.#from - 1 : this.#to + 1);
    const find = direction === 1 ? momentAfter : momentBefore;
    const found = this.#tracks.flatMap(({ rows, origin }) => {
      const moment = find(rows, here + origin);
      return moment === null ? [] : [moment - origin];
    });
    this.seek(direction === 1 ? Math.min(this.#to, ...found) : Math.max(this.#from, ...found));
  }

  leave(): void {
    this.#since = null;
    this.#moment = null;
  }

  /** Milliseconds of the run for one of the viewer at speed 1. */
  get #pace(): number {
    const length = Math.max(this.#to - this.#from, 0.001);
    return length / Math.min(Math.max(length, shortest), longest);
  }
}
