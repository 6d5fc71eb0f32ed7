import { asProblem } from '@/api/errors';
import type { AnswerStore } from '@/lib/kept-answers';
import { Saving, type SavingState } from '@/lib/saving';
import type { Answer, AnswerIn, MyRound, Question } from './queries';

/** What a person gave, before it is stamped with the time. */
export type Given = Omit<AnswerIn, 'answered_at'>;

export interface AnswersSnapshot {
  /** By question: what was given here and is not yet known to be saved. */
  given: Readonly<Record<string, Given>>;
  states: Readonly<Record<string, SavingState>>;
  /** By question: why the server said no. */
  refusals: Readonly<Record<string, string>>;
}

interface RoundAnswersOptions {
  questions: readonly Question[];
  /** Whose answers they are: the device may be shared. */
  memberId: string;
  store: AnswerStore;
  send: (questionId: string, body: AnswerIn) => Promise<Answer>;
  /** The answer that stands at the server now. */
  onSaved: (answer: Answer) => void;
}

const NOTHING: AnswersSnapshot = { given: {}, states: {}, refusals: {} };

/**
 * All answers of a person to a round, saved as they are given. Every question is watched for as long
 * as the round is open on the screen, so that what was given without a connection is sent when it is
 * back, wherever the person is by then.
 */
export class RoundAnswers {
  readonly #options: RoundAnswersOptions;
  readonly #listeners = new Set<() => void>();
  #savings = new Map<string, Saving<AnswerIn>>();
  #snapshot: AnswersSnapshot = NOTHING;

  constructor(options: RoundAnswersOptions) {
    this.#options = options;
  }

  /** Begins, and takes up what an earlier visit could not send. */
  start(): void {
    for (const question of this.#options.questions) {
      const saving = this.#watch(question);
      this.#savings.set(question.id, saving);
      void saving.resume().then((body) => {
        if (body) {
          this.#change(question.id, { given: body, state: 'saving' });
        }
      });
    }
  }

  end(): void {
    for (const saving of this.#savings.values()) {
      saving.end();
    }
    this.#savings = new Map();
  }

  give(questionId: string, given: Given): void {
    this.#change(questionId, { given, state: 'saving' });
    const body = { ...given, answered_at: new Date().toISOString() };
    // a press is meant; only typing is waited for
    this.#savings.get(questionId)?.change(body, isTyped(given) ? undefined : 0);
  }

  /** Sends what waits; answers whether everything has arrived. */
  async flush(): Promise<boolean> {
    await Promise.all([...this.#savings.values()].map((saving) => saving.flush()));
    return Object.keys(this.#snapshot.given).length === 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): AnswersSnapshot => this.#snapshot;

  #watch(question: Question): Saving<AnswerIn> {
    const { memberId, store, send, onSaved } = this.#options;
    return new Saving<AnswerIn>({
      key: `round-answer/${memberId}/${question.id}`,
      store,
      send: async (body) => onSaved(await send(question.id, body)),
      isWorthRetrying,
      onState: (state, error) =>
        this.#change(question.id, {
          state,
          refusal: state === 'refused' ? asProblem(error).message : undefined,
        }),
    });
  }

  #change(
    questionId: string,
    { given, state, refusal }: { given?: Given; state: SavingState; refusal?: string | undefined },
  ): void {
    const { [questionId]: before, ...others } = this.#snapshot.given;
    const { [questionId]: _old, ...refusals } = this.#snapshot.refusals;
    const standing = given ?? before;
    this.#snapshot = {
      given: state === 'saved' || !standing ? others : { ...others, [questionId]: standing },
      states: { ...this.#snapshot.states, [questionId]: state },
      refusals: refusal === undefined ? refusals : { ...refusals, [questionId]: refusal },
    };
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

/** The one word for all answers: the worst that is true of any of them. */
export function stateOfAll({ states }: AnswersSnapshot): SavingState {
  const found = new Set(Object.values(states));
  const order: SavingState[] = ['refused', 'kept', 'saving', 'saved'];
  return order.find((state) => found.has(state)) ?? 'untouched';
}

/** True for an answer that says something. */
export function isAnswered(given: Given | undefined): boolean {
  return Boolean(
    given &&
      (given.is_unable ||
        given.rating != null ||
        given.vote ||
        given.choices?.length ||
        given.text),
  );
}

/** How many of a round's questions have an answer. */
export function countAnswered(
  round: MyRound,
  answerTo: (questionId: string) => Given | undefined,
): { answered: number; total: number } {
  const questions = round.items.flatMap((item) => item.questions);
  const answered = questions.filter(({ id }) => isAnswered(answerTo(id)));
  return { answered: answered.length, total: questions.length };
}

function isTyped({ text, reason }: Given): boolean {
  return text != null || Boolean(reason);
}

/** A later try may mend a lost connection, a server in trouble, or a session that has ended. */
function isWorthRetrying(error: unknown): boolean {
  const { isUnreachable, isNotSignedIn, status } = asProblem(error);
  return isUnreachable || isNotSignedIn || status === 429 || status >= 500;
}
