import type { Replay } from '../replay';
import { speeds } from '../replay';
import { say } from '../say';
import { formatPoint } from '../units';
import { button, element, setAttribute, setText } from './element';

export interface ReplayActions {
  toggle(): void;
  step(direction: 1 | -1): void;
  seek(moment: number): void;
  leave(): void;
  setSpeed(speed: number): void;
}

/** The scrubber is as fine as this: parts of the whole run. */
const steps = 1000;

/** The replay's buttons for the title row, and below the picture's axis the scrubber while something is replayed. */
export class ReplayBar {
  readonly buttons: HTMLElement;
  readonly scrubber: HTMLElement;
  readonly #play: HTMLButtonElement;
  readonly #range = element('input', { class: 'range' });
  readonly #sentence = element('p', { class: 'moment' });

  constructor(actions: ReplayActions) {
    const step = (text: string, label: string, direction: 1 | -1) =>
      button(
        text,
        () => {
          actions.step(direction);
        },
        { attributes: { 'aria-label': label, title: label } },
      );
    this.#play = button(say('replay.play'), () => {
      actions.toggle();
    });
    const speed = element('select', { attributes: { 'aria-label': say('replay.speed') } });
    for (const times of speeds) {
      const option = element('option', {
        text: say('replay.times', times),
        attributes: { value: String(times) },
      });
      option.selected = times === 1;
      speed.append(option);
    }
    speed.addEventListener('change', () => {
      actions.setSpeed(Number(speed.value));
    });
    this.buttons = element(
      'div',
      { class: 'replay' },
      step(say('replay.back'), say('replay.backLabel'), -1),
      this.#play,
      step(say('replay.forward'), say('replay.forwardLabel'), 1),
      speed,
    );
    const range = { type: 'range', min: '0', max: String(steps), 'aria-label': say('replay.moment') };
    for (const [name, value] of Object.entries(range)) {
      this.#range.setAttribute(name, value);
    }
    this.#range.addEventListener('input', () => {
      const [from, to] = this.#ends;
      actions.seek(from + (Number(this.#range.value) / steps) * (to - from));
    });
    const leave = button(say('replay.leave'), () => {
      actions.leave();
    });
    this.scrubber = element('div', { class: 'scrubber' }, leave, this.#range, this.#sentence);
    this.scrubber.hidden = true;
  }

  #ends: readonly [number, number] = [0, 1];

  /** Shows where the replay is; `sentence` says what happens there. */
  show({ moment, range, isPlaying }: Replay, sentence: string): void {
    setText(this.#play, say(isPlaying ? 'replay.pause' : 'replay.play'));
    this.scrubber.hidden = moment === null;
    if (moment === null) {
      return;
    }
    this.#ends = range;
    const [from, to] = range;
    const value = String(Math.round(((moment - from) / Math.max(to - from, 1e-9)) * steps));
    if (this.#range.value !== value) {
      this.#range.value = value;
    }
    setAttribute(this.#range, 'aria-valuetext', formatPoint(moment));
    setText(this.#sentence, sentence);
  }
}
