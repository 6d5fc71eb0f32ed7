import { useTranslation } from 'react-i18next';
import type { MyVote } from './queries';

/** A vote in words. */
export function useVoteWords() {
  const { t } = useTranslation('meetings');
  return ({ rating, is_unable: isUnable, choices, words }: MyVote): string => {
    if (isUnable) {
      return t('vote.unable');
    }
    return rating === null ? (choices ?? words ?? []).join(', ') : String(rating);
  };
}
