import type { FromView, Place } from '../protocol';
import { ReplayBar } from './dom/replay-bar';
import { placeAt } from './model/moments';
import { momentSentence } from './moment-sentence';
import { Replay } from './replay';
import { say } from './say';
import type { Stage } from './stage';
import { formatPoint } from './units';

/** Plays what is on the stage: its bar, the picture, the sentence and the editor's line follow one moment. */
export class Conductor {
  readonly bar: ReplayBar;
  readonly #replay = new Replay();
  /** What the editor was told last. */
  #told: { readonly file: string; readonly place: Place | null } | null = null;

  constructor(
    private readonly stage: Stage,
    private readonly schedule: () => void,
    private readonly ask: (message: FromView) => void,
    private readonly announce: (sentence: string) => void,
  ) {
    this.bar = new ReplayBar({
      toggle: () => {
        this.toggle();
      },
      step: (direction) => {
        this.step(direction);
      },
      seek: (moment) => {
        this.#replay.seek(moment);
        this.#follow();
      },
      leave: () => {
        this.leave();
      },
      setSpeed: (speed) => {
        this.#replay.speed = speed;
      },
    });
  }

  /** Takes what is on the stage now. */
  load(): void {
    const { tracks, from, to } = this.stage.tracks;
    this.#replay.load(tracks, from, to);
    this.#follow();
  }

  toggle(): void {
    if (this.#isOver) {
      this.#replay.toggle(performance.now());
      this.#follow();
      this.schedule();
    }
  }

  /** Moves by one event, and says aloud what happens there. */
  step(direction: 1 | -1): void {
    if (this.#isOver) {
      this.#replay.step(direction);
      this.announce(this.#follow());
    }
  }

  leave(): void {
    this.#replay.leave();
    this.#follow();
  }

  /** Goes on to the viewer's time `at`; true while it plays. */
  tick(at: number): boolean {
    if (!this.#replay.isPlaying) {
      return false;
    }
    const goesOn = this.#replay.tick(at);
    this.#follow();
    return goesOn;
  }

  /** Says aloud which part of the run is shown. */
  announceWindow(): void {
    const { start, end } = this.stage.camera.window(performance.now());
    this.announce(say('picture.window', formatPoint(Math.max(start, 0)), formatPoint(end)));
  }

  get #isOver(): boolean {
    return this.stage.staged.length > 0 && this.stage.staged.every(({ story }) => story.over);
  }

  /** Lets everything show the moment that was reached, and returns what happens there. */
  #follow(): string {
    const { moment } = this.#replay;
    const view = this.stage.active;
    const track = this.stage.tracks.tracks[view];
    const sentence =
      moment === null || track === undefined ? '' : momentSentence(track.rows, moment + track.origin);
    this.stage.replay(moment);
    this.bar.show(this.#replay, sentence);
    const picture = this.stage.views[view];
    const row = picture?.rows[picture.cursor.row];
    const file = this.stage.staged[view]?.run.title.file ?? null;
    if (track !== undefined && row !== undefined && file !== null) {
      this.#tell(file, moment === null ? null : placeAt(track.rows, row, moment + track.origin));
    }
    return sentence;
  }

  #tell(file: string, place: Place | null): void {
    const told = this.#told;
    const isSame =
      told?.file === file && told.place?.line === place?.line && told.place?.module === place?.module;
    const isNews = told === null ? place !== null : !isSame;
    if (isNews) {
      this.#told = { file, place };
      this.ask({ type: 'moment', file, place });
    }
  }
}
