/**
 * How much of the page's main thread we may use: a small share of the time that passes, with some in hand for the moment when a
 * page opens or a customer changes.
 */
const SHARE = 0.015;
const IN_HAND_MS = 50;
/** A person leafs no faster than this. On a busy machine, where a page costs more than is in hand, whoever does goes on unread for seconds. */
const LEAFING_MS = 750;

export class Allowance {
  #leftMs = IN_HAND_MS;
  #at: number;
  #refilledAt = -Infinity;

  /** @param now any clock of milliseconds, as in the calls below */
  constructor(now: number) {
    this.#at = now;
  }

  /** Work was done that ended at `now`. */
  spend(costMs: number, now: number): void {
    this.#grow(now);
    this.#leftMs -= costMs;
  }

  /** Somebody leafed on: the next page is read as promptly as the first, however long this one took. */
  refill(now: number): void {
    if (now - this.#refilledAt < LEAFING_MS) return;
    this.#refilledAt = this.#at = now;
    this.#leftMs = IN_HAND_MS;
  }

  /** How long to wait until something is left again. */
  waitMs(now: number): number {
    this.#grow(now);
    return this.#leftMs >= 0 ? 0 : -this.#leftMs / SHARE;
  }

  #grow(now: number): void {
    this.#leftMs = Math.min(IN_HAND_MS, this.#leftMs + (now - this.#at) * SHARE);
    this.#at = now;
  }
}
