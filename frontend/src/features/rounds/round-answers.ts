import { asProblem } from '@/api/errors';
import type { AnswerStore } from '@/lib/kept-answers';
import { Saving, type SavingState } from '@/lib/saving';
import type { Answer, AnswerIn, MyRound, Question, SavedAnswer } from './queries';

/** What a person gave, before it is stamped with the time. */
export type Given = Omit<AnswerIn, 'answered_at' | 'known_revision'>;

/**
 * What is told of two answers to one question. `overwrote`: mine took the place of one given
 * elsewhere. `stands`: one given elsewhere, later, stands. `elsewhere`: mine was just replaced.
 */
export type Told = { kind: 'overwrote' } | { kind: 'stands'; given: Given } | { kind: 'elsewhere' };

export interface AnswersSnapshot {
  /** By question: what was given here and is not yet known to be saved. */
  given: Readonly<Record<string, Given>>;
  /** By question: what the server says stands, until the page has read it too. */
  saved: Readonly<Record<string, Answer>>;
  states: Readonly<Record<string, SavingState>>;
  /** By question: why the server said no. */
  refusals: Readonly<Record<string, string>>;
  /** By question: what became of two answers, from two tabs or two devices. */
  told: Readonly<Record<string, Told>>;
}

interface RoundAnswersOptions {
  questions: readonly Question[];
  /** Whose answers they are: the device may be shared. */
  memberId: string;
  store: AnswerStore;
  /** Sends; answers with what stands then, or with nothing where the caller keeps that itself. */
  send: (questionId: string, body: AnswerIn) => Promise<SavedAnswer | undefined>;
  /** The answer that stands at the server now. */
  onSaved: (answer: Answer) => void;
}

export const NOTHING_GIVEN: AnswersSnapshot = {
  given: {},
  saved: {},
  states: {},
  refusals: {},
  told: {},
};

/**
 * All answers of a person to a round, saved as they are given. Every question is watched for as long
 * as the round is open on the screen, so that what was given without a connection is sent when it is
 * back, wherever the person is by then.
 */
export class RoundAnswers {
  readonly #options: RoundAnswersOptions;
  readonly #listeners = new Set<() => void>();
  #savings = new Map<string, Saving<AnswerIn>>();
  /** By question: the revision of the answer that is on the screen; none before anything was read. */
  #seen: Map<string, number> | undefined;
  /** By question: the revision that my last answer made. */
  readonly #own = new Map<string, number>();
  #snapshot: AnswersSnapshot = NOTHING_GIVEN;

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
    this.#tell(questionId, undefined);
    const body = {
      ...given,
      answered_at: new Date().toISOString(),
      ...(this.#seen ? { known_revision: this.#seen.get(questionId) ?? 0 } : {}),
    };
    // a press is meant; only typing is waited for
    this.#savings.get(questionId)?.change(body, isTyped(given) ? undefined : 0);
  }

  /** Takes note of what the server holds; says so where it is newer than what was on the screen. */
  notice(standing: readonly Answer[]): void {
    this.settle(standing);
    const isFirst = this.#seen === undefined;
    const seen = this.#seen ?? new Map<string, number>();
    this.#seen = seen;
    for (const { question_id, revision } of standing) {
      const known = seen.get(question_id) ?? 0;
      // of an answer that is on its way the server says itself what becomes of it
      if (revision > known && this.#snapshot.given[question_id] === undefined) {
        seen.set(question_id, revision);
        if (!isFirst) {
          this.#tell(question_id, { kind: 'elsewhere' });
        }
      }
    }
  }

  /** Lets go of what was saved as soon as the page has read it. */
  settle(standing: readonly Answer[]): void {
    const read = new Map(standing.map(({ question_id, revision }) => [question_id, revision]));
    const saved = Object.entries(this.#snapshot.saved);
    const unread = saved.filter(([id, { revision }]) => revision > (read.get(id) ?? 0));
    if (unread.length < saved.length) {
      this.#show({ ...this.#snapshot, saved: Object.fromEntries(unread) });
    }
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
    const { memberId, store } = this.#options;
    return new Saving<AnswerIn>({
      key: `round-answer/${memberId}/${question.id}`,
      store,
      send: (body) => this.#send(question.id, body),
      isWorthRetrying,
      onState: (state, error) =>
        this.#change(question.id, {
          state,
          refusal: state === 'refused' ? asProblem(error).message : undefined,
        }),
    });
  }

  async #send(questionId: string, body: AnswerIn): Promise<void> {
    const known =
      body.known_revision == null
        ? {}
        : // my own answers that arrived since this one was given are nobody else's
          { known_revision: Math.max(body.known_revision, this.#own.get(questionId) ?? 0) };
    const saved = await this.#options.send(questionId, { ...body, ...known });
    if (!saved) {
      return;
    }
    this.#seen?.set(questionId, saved.revision);
    this.#own.set(questionId, saved.revision);
    if (!saved.is_yours) {
      this.#tell(questionId, { kind: 'stands', given: body });
    } else if (saved.overwrote) {
      this.#tell(questionId, { kind: 'overwrote' });
    }
    this.#show({
      ...this.#snapshot,
      saved: { ...this.#snapshot.saved, [questionId]: saved },
    });
    this.#options.onSaved(saved);
  }

  #tell(questionId: string, what: Told | undefined): void {
    const { [questionId]: _old, ...others } = this.#snapshot.told;
    this.#show({ ...this.#snapshot, told: what ? { ...others, [questionId]: what } : others });
  }

  #change(
    questionId: string,
    { given, state, refusal }: { given?: Given; state: SavingState; refusal?: string | undefined },
  ): void {
    const { [questionId]: before, ...others } = this.#snapshot.given;
    const { [questionId]: _old, ...refusals } = this.#snapshot.refusals;
    const standing = given ?? before;
    this.#show({
      ...this.#snapshot,
      given: state === 'saved' || !standing ? others : { ...others, [questionId]: standing },
      states: { ...this.#snapshot.states, [questionId]: state },
      refusals: refusal === undefined ? refusals : { ...refusals, [questionId]: refusal },
    });
  }

  #show(snapshot: AnswersSnapshot): void {
    this.#snapshot = snapshot;
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

/** What stands for a question: what was given here last, else the newest that the server told. */
export function answerThatStands(
  { given, saved }: AnswersSnapshot,
  read: readonly Answer[],
  questionId: string,
): Given | undefined {
  const held = read.find(({ question_id }) => question_id === questionId);
  const told = saved[questionId];
  const newest = told && told.revision > (held?.revision ?? 0) ? told : held;
  return given[questionId] ?? newest;
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
