import { useTranslation } from 'react-i18next';
import type { MyRound, Question } from './queries';
import type { Given } from './round-answers';

/** An answer as one would say it; nothing for none. Choices are named by the question's options. */
export function useAnswerWords(
  question?: Question,
  mechanisms: MyRound['mechanisms'] = [],
): (given: Given | null | undefined) => string {
  const { t } = useTranslation('rounds');
  return (given) => {
    if (given?.is_unable) {
      return t('review.unable');
    }
    if (given?.vote) {
      return t(`answer.${given.vote}`);
    }
    if (given?.choices) {
      return question ? chosenLabels(question, mechanisms, given.choices).join(', ') : '';
    }
    return given?.text || (given?.rating == null ? '' : String(given.rating));
  };
}

function chosenLabels(
  question: Question,
  mechanisms: MyRound['mechanisms'],
  choices: readonly string[],
): string[] {
  const labels = new Map([
    ...question.options.map(({ id, label }) => [id, label] as const),
    ...mechanisms.map(({ version_id, title }) => [version_id, title] as const),
  ]);
  const chosen = choices.flatMap((choice) => labels.get(choice) ?? []);
  return question.kind === 'ranking'
    ? chosen.map((label, place) => `${place + 1}. ${label}`)
    : chosen;
}
