import type { RunTitle } from '../../protocol';
import { say } from '../say';
import { formatClock } from '../units';
import { words } from '../words';
import { button, element, setText } from './element';

/** What the buttons of the title row ask for. */
export interface HeaderActions {
  stop(): void;
  runAgain(): void;
  compare(): void;
  share(): void;
}

/** The title row: which program, which clock, and what can be done with the run. */
export class Header {
  readonly node: HTMLElement;
  readonly #name = element('h1', { class: 'title', attributes: { dir: 'auto' } });
  readonly #what = element('span', { class: 'dim' });
  readonly #clock = element('span', { class: 'clock', attributes: { 'aria-hidden': 'true' } });
  readonly #stop: HTMLButtonElement;
  readonly #again: HTMLButtonElement;
  readonly #afterwards: readonly HTMLElement[];

  constructor(actions: HeaderActions, replay: HTMLElement) {
    this.#stop = button(say('header.stop'), () => {
      this.#stop.disabled = true;
      setText(this.#stop, say('header.stopping'));
      actions.stop();
    });
    const compare = button(say('header.compare'), () => {
      actions.compare();
    });
    const share = button(say('header.share'), () => {
      actions.share();
    });
    const again = () => {
      actions.runAgain();
    };
    this.#again = button(say('header.runAgain'), again, { class: 'primary' });
    this.#afterwards = [replay, compare, share, this.#again];
    const grow = element('span', { class: 'grow' });
    this.node = element(
      'header',
      {},
      this.#name,
      this.#what,
      grow,
      this.#clock,
      this.#stop,
      ...this.#afterwards,
    );
  }

  /** Shows a run's title; `isLive` while it runs. */
  show({ name, language, clock, file }: RunTitle, isLive: boolean): void {
    setText(this.#name, name);
    this.#name.title = name;
    setText(this.#what, say('header.what', words.languages[language], words.clocks[clock]));
    this.#stop.hidden = !isLive;
    this.#stop.disabled = false;
    setText(this.#stop, say('header.stop'));
    for (const node of this.#afterwards) {
      node.hidden = isLive;
    }
    this.#again.hidden ||= file === null;
    this.#clock.hidden = !isLive;
    this.tick(null);
  }

  /** The running clock: milliseconds since the program started, null before it has. */
  tick(now: number | null): void {
    setText(this.#clock, now === null ? say('header.starting') : formatClock(now));
  }
}
