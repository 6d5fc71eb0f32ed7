import { type Coding, type CodingWords, sendCoding } from './queries';

interface Outcome {
  onDone: (answer: Coding | null, isLast: boolean) => void;
  onFailed: (failure: unknown) => void;
}

/** Sends what is done to each coding in order, and makes it first where that has not happened. */
export class Work {
  readonly #studyId: string;
  readonly #ids = new Map<string, string>();
  readonly #bodies = new Map<string, CodingWords>();
  readonly #made = new Map<string, Coding>();
  readonly #chains = new Map<string, Promise<void>>();

  constructor(studyId: string) {
    this.#studyId = studyId;
  }

  know(codings: readonly Coding[]): void {
    for (const { client_id, id } of codings) {
      this.#ids.set(client_id, id);
    }
  }

  begin(body: CodingWords): void {
    this.#bodies.set(body.client_id, body);
  }

  /** True when the server refused it or never heard of it, so that there is nothing to remove. */
  isUnmade(clientId: string): boolean {
    return !this.#ids.has(clientId) && !this.#chains.has(clientId);
  }

  abandon(clientId: string): void {
    this.#bodies.delete(clientId);
  }

  async made(clientId: string): Promise<Coding | null> {
    return this.#made.get(clientId) ?? null;
  }

  enqueue(
    clientId: string,
    task: (id: string) => Promise<Coding | null>,
    { onDone, onFailed }: Outcome,
  ): void {
    const before = this.#chains.get(clientId) ?? Promise.resolve();
    const current: Promise<void> = before.then(async () => {
      const isLast = () => this.#chains.get(clientId) === current;
      try {
        const answer = await task(await this.#idOf(clientId));
        onDone(answer, isLast());
      } catch (failure) {
        onFailed(failure);
      } finally {
        if (isLast()) {
          this.#chains.delete(clientId);
        }
      }
    });
    this.#chains.set(clientId, current);
  }

  async #idOf(clientId: string): Promise<string> {
    const known = this.#ids.get(clientId);
    const body = this.#bodies.get(clientId);
    if (known || !body) {
      return known ?? clientId;
    }
    const coding = await sendCoding(this.#studyId, body);
    this.#ids.set(clientId, coding.id);
    this.#made.set(clientId, coding);
    return coding.id;
  }
}
