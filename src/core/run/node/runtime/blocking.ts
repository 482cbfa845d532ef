import type { RunClock } from '../clocks/clock';
import type { EventWriter } from './events';
import type { KnownSite } from './sites';
import type { Turns } from './turns';

const BLOCK_TOLD_FROM_MS = 5;

/** Times the calls whose names say that they hold the thread. */
export class Blocking {
  #blockedUntil = 0;
  #latest = 0;

  constructor(
    private readonly clock: RunClock,
    private readonly events: EventWriter,
    private readonly turns: Turns,
    private readonly siteOf: (site: number) => KnownSite,
  ) {}

  /** What the latest of these calls was a call of. */
  get latest(): string {
    return this.siteOf(this.#latest).text;
  }

  /** The call is about to be made. */
  begin(): number {
    this.events.flush();
    return this.clock.now();
  }

  /** It was made, at a time that `begin` gave. Hands its value back as it is. */
  end<Value>(site: number, since: number, value: Value): Value {
    this.#latest = site;
    const now = this.clock.now();
    if (now - since >= BLOCK_TOLD_FROM_MS && this.#blockedUntil <= since) {
      const place = this.siteOf(site);
      this.events.block(now, this.turns.running()?.id ?? null, place, place.text, now - since);
      this.#blockedUntil = now;
    }
    return value;
  }
}
