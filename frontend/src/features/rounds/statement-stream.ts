import { useState } from 'react';
import type { MyRound, RoundItem } from './queries';

/** A statement and the question that takes votes on it. */
export interface Voted {
  id: string;
  text: string;
  questionId: string;
}

/** The statements of a round that are voted on. */
export function votedStatements(round: MyRound): Voted[] {
  return round.items.flatMap((item: RoundItem) => {
    const question = item.questions.find(({ kind }) => kind === 'vote');
    return item.kind === 'statement' && question
      ? [{ id: item.id, text: item.statement, questionId: question.id }]
      : [];
  });
}

/**
 * One statement at a time, in the server's order; what it has not ordered yet comes last.
 *
 * What is on show stays until one goes on, whatever arrives meanwhile.
 */
export function useStatementStream(
  statements: readonly Voted[],
  queue: readonly string[],
  isVoted: (statement: Voted) => boolean,
) {
  const open = orderOf(statements, queue).filter((statement) => !isVoted(statement));
  const [heldId, hold] = useState<string | undefined>(open[0]?.id);
  const [lastId, setLast] = useState<string>();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const find = (id: string | undefined) => statements.find((statement) => statement.id === id);
  const current = find(heldId) ?? open[0];
  const others = open.filter(({ id }) => id !== current?.id);
  const next = others.find(({ id }) => !skipped.includes(id)) ?? others[0];
  return {
    current,
    last: lastId === current?.id ? undefined : find(lastId),
    canSkip: others.length > 0,
    /** After a vote: on to the next one. */
    goOn: () => {
      setLast(current?.id);
      hold(next?.id);
    },
    skip: () => {
      setSkipped(current ? [...skipped, current.id] : skipped);
      hold(next?.id);
    },
    show: hold,
  };
}

function orderOf(statements: readonly Voted[], queue: readonly string[]): Voted[] {
  const place = (id: string) => (queue.includes(id) ? queue.indexOf(id) : queue.length);
  return statements.toSorted((one, other) => place(one.id) - place(other.id));
}
