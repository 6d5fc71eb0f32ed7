import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type AnswerStore, browserAnswerStore } from '@/lib/kept-answers';
import { OtherTabs } from '@/lib/other-tabs';
import { type Answer, keepAnswer, type MyRound, sendAnswer } from './queries';
import { type AnswersSnapshot, answerThatStands, type Given, RoundAnswers } from './round-answers';

const onThisDevice = browserAnswerStore();

interface MyAnswers {
  /** What stands for a question: what was given here last, else what the server holds. */
  answerTo: (questionId: string) => Given | undefined;
  give: (questionId: string, given: Given) => void;
  flush: () => Promise<boolean>;
  snapshot: AnswersSnapshot;
}

/** My answers to a round: saved as they are given, through lost connections and reloads. */
export function useRoundAnswers(
  studyId: string,
  round: MyRound,
  memberId: string,
  store: AnswerStore = onThisDevice,
): MyAnswers {
  const queries = useQueryClient();
  const tabs = useMemo(
    () => new OtherTabs<Answer>(`round-answers/${round.id}/${memberId}`),
    [round.id, memberId],
  );
  useEffect(
    () => tabs.listen((answer) => keepAnswer(queries, studyId, round.id, answer)),
    [tabs, queries, studyId, round.id],
  );
  const questionIds = round.items.flatMap(({ questions }) => questions.map(({ id }) => id));
  const known = questionIds.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the questions of an open round never change; their ids stand for them
  const answers = useMemo(
    () =>
      new RoundAnswers({
        questions: round.items.flatMap(({ questions }) => questions),
        memberId,
        store,
        send: (questionId, body) => sendAnswer(studyId, round.id, questionId, body),
        onSaved: (answer) => {
          keepAnswer(queries, studyId, round.id, answer);
          tabs.tell(answer);
        },
      }),
    [studyId, round.id, known, memberId, store, queries, tabs],
  );
  useEffect(() => answers.notice(round.answers), [answers, round.answers]);
  useEffect(() => {
    answers.start();
    return () => answers.end();
  }, [answers]);
  const snapshot = useSyncExternalStore(answers.subscribe, answers.snapshot);
  return {
    answerTo: (questionId) => answerThatStands(snapshot, round.answers, questionId),
    give: (questionId, given) => answers.give(questionId, given),
    flush: () => answers.flush(),
    snapshot,
  };
}
