import { useState } from 'react';
import { type Given, NOTHING_GIVEN } from './round-answers';
import type { useRoundAnswers } from './use-round-answers';

/** Answers of somebody who only looks at a round: they stay on the page and go nowhere. */
export function usePreviewAnswers(): ReturnType<typeof useRoundAnswers> {
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>({});
  return {
    answerTo: (questionId) => given[questionId],
    give: (questionId, answer) => setGiven((before) => ({ ...before, [questionId]: answer })),
    flush: () => Promise.resolve(true),
    snapshot: { ...NOTHING_GIVEN, given },
  };
}
