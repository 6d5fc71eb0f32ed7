import type { Sequenced } from './frames';

const LIMIT = 1000;

/** Lets each event of a log through once and in order, and holds them back during a refetch. */
export class Gapless<Event extends Sequenced> {
  #last: number;
  #held: Event[] = [];
  #hasOverflowed = false;

  constructor(after: number) {
    this.#last = after;
  }

  /** The `seq` that the state holds. */
  get last(): number {
    return this.#last;
  }

  /** Says what an event is to the state: the next one, one it already holds, or one too far. */
  place(event: Event): 'next' | 'doubled' | 'gap' {
    if (event.seq <= this.#last) {
      return 'doubled';
    }
    return event.seq === this.#last + 1 ? 'next' : 'gap';
  }

  advance(event: Event): void {
    this.#last = event.seq;
  }

  /** Keeps an event for later; past the bound all are let go, since resuming brings them again. */
  hold(event: Event): void {
    if (this.#held.length >= LIMIT) {
      this.#held = [];
      this.#hasOverflowed = true;
    }
    if (!this.#hasOverflowed) {
      this.#held.push(event);
    }
  }

  /** Starts from a state fetched afresh; answers what was held, or undefined after an overflow. */
  restart(after: number): Event[] | undefined {
    const held = this.#hasOverflowed ? undefined : this.#held;
    this.#last = after;
    this.#held = [];
    this.#hasOverflowed = false;
    return held;
  }
}
