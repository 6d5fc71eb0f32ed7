import type { AnswerStore } from '@/lib/kept-answers';
import { keptUnder } from '@/lib/kept-answers';
import { newId } from '@/lib/new-id';
import { Saving, type SavingState } from '@/lib/saving';

/** What somebody has typed into a passage. */
export interface Draft {
  text: string;
  /** The words that it changes. */
  seen: string;
  /** What is typed at one go is one step. */
  step: string;
}

/** The same words were changed by somebody else meanwhile. */
export interface Clash {
  yours: string;
  theirs: string;
  by: string | null;
}

export interface DraftsSnapshot {
  drafts: Readonly<Record<string, Draft>>;
  clashes: Readonly<Record<string, Clash>>;
  state: SavingState;
}

interface DraftsOptions {
  /** Names the transcript and the person on this device. */
  name: string;
  store: AnswerStore;
  /** Sends a draft; answers what clashed with it. */
  send: (passageId: string, draft: Draft) => Promise<Clash | undefined>;
  isWorthRetrying: (error: unknown) => boolean;
}

class Clashed extends Error {
  readonly clash: Clash;

  constructor(clash: Clash) {
    super(clash.theirs);
    this.clash = clash;
  }
}

/**
 * Words that have been typed and are on their way: kept on this device first, sent as they settle,
 * and sent again when the network is back. What clashes stays here until its writer has chosen.
 */
export class KeptDrafts {
  readonly #options: DraftsOptions;
  readonly #savings = new Map<string, Saving<Draft>>();
  readonly #states = new Map<string, SavingState>();
  readonly #listeners = new Set<() => void>();
  #snapshot: DraftsSnapshot = { drafts: {}, clashes: {}, state: 'untouched' };

  constructor(options: DraftsOptions) {
    this.#options = options;
  }

  /** Takes up what an earlier visit could not send. */
  async resume(): Promise<void> {
    const prefix = `${this.#options.name}/`;
    const kept = await keptUnder(prefix).catch(() => []);
    for (const key of kept) {
      const id = key.slice(prefix.length);
      const draft = await this.#saving(id).resume();
      if (draft) {
        this.#show({ drafts: { ...this.#snapshot.drafts, [id]: draft } });
        this.#told(id, 'saving');
      }
    }
  }

  /** Takes words as they are typed; `seen` is what stood there when the typing began. */
  type(passageId: string, text: string, seen: string): void {
    const old = this.#snapshot.drafts[passageId];
    const draft = { text, seen: old?.seen ?? seen, step: old?.step ?? newId() };
    this.#show({ drafts: { ...this.#snapshot.drafts, [passageId]: draft } });
    if (text.trim()) {
      this.#saving(passageId).change(draft);
    }
  }

  /** Sends what is waiting for a passage at once. */
  async flush(passageId: string): Promise<void> {
    await this.#savings.get(passageId)?.flush();
  }

  async flushAll(): Promise<void> {
    await Promise.all([...this.#savings.values()].map((saving) => saving.flush()));
  }

  /** Ends the typing in a passage; the next is another step. */
  close(passageId: string): void {
    if (this.#states.get(passageId) === 'saved' || !this.#states.has(passageId)) {
      this.#forget(passageId);
    } else {
      this.#closing.add(passageId);
    }
  }

  /** The writer's choice between two wordings; `text` is theirs to write. */
  async settle(passageId: string, text: string | undefined): Promise<void> {
    const clash = this.#snapshot.clashes[passageId];
    const { [passageId]: _gone, ...clashes } = this.#snapshot.clashes;
    this.#show({ clashes });
    this.#forget(passageId);
    await this.#options.store.forget(this.#key(passageId)).catch(() => undefined);
    if (clash && text !== undefined && text !== clash.theirs) {
      this.#closing.add(passageId);
      this.type(passageId, text, clash.theirs);
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftsSnapshot => this.#snapshot;

  readonly #closing = new Set<string>();

  #key(passageId: string): string {
    return `${this.#options.name}/${passageId}`;
  }

  #saving(passageId: string): Saving<Draft> {
    let saving = this.#savings.get(passageId);
    if (!saving) {
      const { store, isWorthRetrying } = this.#options;
      saving = new Saving<Draft>({
        key: this.#key(passageId),
        store,
        send: (draft) => this.#send(passageId, draft),
        isWorthRetrying: (error) => !(error instanceof Clashed) && isWorthRetrying(error),
        onState: (state, error) => this.#told(passageId, state, error),
      });
      this.#savings.set(passageId, saving);
    }
    return saving;
  }

  async #send(passageId: string, draft: Draft): Promise<void> {
    // what was typed while an earlier save was on its way changes what that one wrote
    const seen = this.#snapshot.drafts[passageId]?.seen ?? draft.seen;
    const clash = await this.#options.send(passageId, { ...draft, seen });
    if (clash) {
      throw new Clashed(clash);
    }
    const now = this.#snapshot.drafts[passageId];
    if (now) {
      this.#show({
        drafts: { ...this.#snapshot.drafts, [passageId]: { ...now, seen: draft.text } },
      });
    }
  }

  #told(passageId: string, state: SavingState, error?: unknown): void {
    this.#states.set(passageId, state);
    if (error instanceof Clashed) {
      this.#show({ clashes: { ...this.#snapshot.clashes, [passageId]: error.clash } });
    }
    if (state === 'saved' && this.#closing.has(passageId)) {
      this.#forget(passageId);
    }
    this.#show({ state: worst([...this.#states.values()]) });
  }

  #forget(passageId: string): void {
    this.#closing.delete(passageId);
    this.#savings.get(passageId)?.end();
    this.#savings.delete(passageId);
    if (this.#states.get(passageId) !== 'saved') {
      this.#states.delete(passageId);
    }
    const { [passageId]: _gone, ...drafts } = this.#snapshot.drafts;
    this.#show({ drafts, state: worst([...this.#states.values()]) });
  }

  #show(part: Partial<DraftsSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

const WORST = ['refused', 'kept', 'saving', 'saved'] as const;

function worst(states: readonly SavingState[]): SavingState {
  return WORST.find((state) => states.includes(state)) ?? 'untouched';
}
