import type { AnswerStore } from './kept-answers';

export type SavingState = 'untouched' | 'saving' | 'saved' | 'kept' | 'refused';

export interface SavingOptions<Value> {
  /** Names the answer on this device: person, question. */
  key: string;
  store: AnswerStore;
  /** Sends the answer; rejects when it did not arrive. The server must take a repeat without harm. */
  send: (value: Value) => Promise<unknown>;
  /** True for a failure that a later try may mend, false for a refusal. */
  isWorthRetrying: (error: unknown) => boolean;
  onState: (state: SavingState, error?: unknown) => void;
  /** How long to wait for the next keystroke. */
  settleMs?: number;
}

const SETTLE_MS = 600;
const RETRY_MS = 5_000;

/**
 * Saves one answer as it is given: first on this device, then at the server, the newest only. What
 * does not arrive stays here and is sent again when the network is back, also after a reload.
 */
export class Saving<Value> {
  readonly #options: SavingOptions<Value>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newest: { value: Value } | undefined;
  #sending: Promise<void> | undefined;
  #isEnded = false;

  constructor(options: SavingOptions<Value>) {
    this.#options = options;
    window.addEventListener('online', this.#sendNow);
  }

  /** Takes up an answer that an earlier visit left behind; answers its value. */
  async resume(): Promise<Value | undefined> {
    const kept = await this.#options.store.read(this.#options.key).catch(() => undefined);
    if (!kept || this.#newest) {
      return undefined;
    }
    const value = kept.value as Value;
    this.#newest = { value };
    this.#sendNow();
    return value;
  }

  /** Saves a value soon, in place of any earlier one; at once where nothing is being typed. */
  change(value: Value, settleMs = this.#options.settleMs ?? SETTLE_MS): void {
    const { store, key, onState } = this.#options;
    this.#newest = { value };
    onState('saving');
    // where storage is forbidden the answer still goes to the server
    store.keep(key, { value, keptAt: new Date().toISOString() }).catch(() => undefined);
    this.#sendAfter(settleMs);
  }

  /** Sends what is waiting at once: for a page that is being left. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#sending;
    await this.#send();
  }

  end(): void {
    window.removeEventListener('online', this.#sendNow);
    void this.flush().finally(() => {
      this.#isEnded = true;
      clearTimeout(this.#timer);
    });
  }

  readonly #sendNow = (): void => this.#sendAfter(0);

  #sendAfter(delay: number): void {
    clearTimeout(this.#timer);
    if (!this.#isEnded) {
      this.#timer = setTimeout(() => void this.#send(), delay);
    }
  }

  async #send(): Promise<void> {
    if (this.#sending || !this.#newest) {
      // a change during a send is sent when that one is done
      return this.#sending;
    }
    this.#sending = this.#sendNewest(this.#newest);
    await this.#sending;
    this.#sending = undefined;
  }

  async #sendNewest(sent: { value: Value }): Promise<void> {
    const { send, store, key, onState, isWorthRetrying } = this.#options;
    try {
      await send(sent.value);
    } catch (error) {
      const mayRetry = isWorthRetrying(error);
      onState(mayRetry ? 'kept' : 'refused', error);
      if (mayRetry) {
        this.#sendAfter(RETRY_MS);
      } else if (this.#newest === sent) {
        // it stays on the device, so that the words are not lost, but is not pressed on the server
        this.#newest = undefined;
      } else {
        this.#sendAfter(0);
      }
      return;
    }
    if (this.#newest === sent) {
      await store.forget(key).catch(() => undefined);
    }
    // forgetting takes a moment, in which the next answer may have come
    if (this.#newest === sent) {
      this.#newest = undefined;
      onState('saved');
    } else {
      this.#sendAfter(0);
    }
  }
}
