import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type AnswerStore, browserAnswerStore } from '@/lib/kept-answers';
import { type EntryMeans, type EntrySheet, entriesQuery, sendEntry } from './entry-queries';
import type { Round } from './queries';
import { answerThatStands, type Given, RoundAnswers } from './round-answers';
import type { useRoundAnswers } from './use-round-answers';

const onThisDevice = browserAnswerStore();

/** A person's answers as somebody enters them: saved as they are given, like the person's own. */
export function useEntries(
  studyId: string,
  round: Round,
  sheet: EntrySheet,
  how: EntryMeans,
  store: AnswerStore = onThisDevice,
): ReturnType<typeof useRoundAnswers> {
  const queries = useQueryClient();
  const memberId = sheet.member_id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the questions of an open round never change
  const entries = useMemo(() => {
    const path = { study_id: studyId, round_id: round.id, member_id: memberId };
    const { queryKey } = entriesQuery(studyId, round.id, memberId);
    return new RoundAnswers({
      questions: round.items.flatMap(({ questions }) => questions),
      // apart from what the person may have left on this device themselves
      memberId: `entered/${how}/${memberId}`,
      store,
      send: async (questionId, body) => {
        const now = await sendEntry(path, questionId, { ...body, how });
        queries.setQueryData(queryKey, now);
        const saved = now.answers.find(({ question_id }) => question_id === questionId);
        return saved && { ...saved, is_yours: true, overwrote: false };
      },
      onSaved: () => undefined,
    });
  }, [studyId, round.id, memberId, how, store, queries]);
  useEffect(() => entries.settle(sheet.answers), [entries, sheet.answers]);
  useEffect(() => {
    entries.start();
    return () => entries.end();
  }, [entries]);
  const snapshot = useSyncExternalStore(entries.subscribe, entries.snapshot);
  return {
    answerTo: (questionId) => answerThatStands(snapshot, sheet.answers, questionId),
    give: (questionId: string, given: Given) => entries.give(questionId, given),
    flush: () => entries.flush(),
    snapshot,
  };
}
