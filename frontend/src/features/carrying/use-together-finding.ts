import { useTranslation } from 'react-i18next';
import { labelsOf, ofRound } from './distributions';
import type { QuestionTogether } from './queries';

/** What came of a question in all places together, in one sentence, as the title of its drawing. */
export function useTogetherFinding() {
  const { t } = useTranslation('carrying');
  return (found: QuestionTogether): string => {
    const whole = found.together && ofRound(found.together)?.whole;
    const [first] = found.polls;
    if (!whole || !first) {
      return t('together.findingApart');
    }
    if (whole.total === 0) {
      return t('together.findingNobody');
    }
    if (first.poll.kind === 'rating') {
      return whole.median === null
        ? t('together.findingUnable')
        : t('together.findingMedian', { median: whole.median });
    }
    const { places, counts, total } = whole;
    // of a ranking the least mean place leads, of everything else the most answers
    const best = places ? Math.min(...places) : Math.max(...counts);
    const leading = labelsOf(first.poll).filter((_, at) => (places ?? counts)[at] === best);
    if (leading.length !== 1) {
      return t('together.findingTied', { choices: leading.join(', ') });
    }
    return t(places ? 'together.findingFirst' : 'together.findingMost', {
      choice: leading[0],
      count: best,
      place: Math.round(best * 10) / 10,
      total,
    });
  };
}
