import type { RunTitle } from '../../protocol';
import { formatClock } from '../units';
import { words } from '../words';
import { button, element, setText } from './element';

/** What the buttons of the title row ask for. */
export interface HeaderActions {
  stop(): void;
  runAgain(): void;
}

/** The title row: which program, which clock, and what can be done with the run. */
export class Header {
  readonly node: HTMLElement;
  readonly #name = element('h1', { class: 'title', attributes: { dir: 'auto' } });
  readonly #what = element('span', { class: 'dim' });
  readonly #clock = element('span', { class: 'clock', attributes: { 'aria-hidden': 'true' } });
  readonly #stop: HTMLButtonElement;
  readonly #again: HTMLButtonElement;

  constructor(actions: HeaderActions) {
    this.#stop = button(words.header.stop, () => {
      this.#stop.disabled = true;
      setText(this.#stop, words.header.stopping);
      actions.stop();
    });
    this.#again = button(
      words.header.runAgain,
      () => {
        actions.runAgain();
      },
      { class: 'primary' },
    );
    const grow = element('span', { class: 'grow' });
    this.node = element('header', {}, this.#name, this.#what, grow, this.#clock, this.#stop, this.#again);
  }

  /** Shows a run's title; `isLive` while it runs. */
  show({ name, language, clock }: RunTitle, isLive: boolean): void {
    setText(this.#name, name);
    this.#name.title = name;
    setText(this.#what, words.header.what(words.languages[language], words.clocks[clock]));
    this.#stop.hidden = !isLive;
    this.#stop.disabled = false;
    setText(this.#stop, words.header.stop);
    this.#again.hidden = isLive;
    this.#clock.hidden = !isLive;
    this.tick(null);
  }

  /** The running clock: milliseconds since the program started, null before it has. */
  tick(now: number | null): void {
    setText(this.#clock, now === null ? words.header.starting : formatClock(now));
  }
}
