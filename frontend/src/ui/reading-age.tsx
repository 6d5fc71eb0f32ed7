import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '@/api/client';
import classes from './reading-age.module.css';

const SETTLE_MS = 500;
const ADULT = 18;

interface ReadingAgeProps {
  studyId: string;
  /** What is being written for the panel, as far as it is. */
  text: string;
}

/** About how old a reader must be for a text, and its hard words; told while one types. */
export function ReadingAge({ studyId, text }: ReadingAgeProps) {
  const { t } = useTranslation('ui');
  const [settled] = useDebouncedValue(text.trim(), SETTLE_MS);
  const { data } = useQuery({
    queryKey: ['readability', studyId, settled],
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/api/studies/{study_id}/readability', {
          params: { path: { study_id: studyId } },
          body: { text: settled },
          signal,
        }),
      ),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    // the same words ask the same of a reader tomorrow
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!data || !text.trim() || (data.age === null && data.hard.length === 0)) {
    return null;
  }
  const hard = [...new Set(data.hard.map(({ word }) => word.toLowerCase()))];
  return (
    <p className={classes.reading}>
      {data.age !== null && (
        <span>{t(data.age >= ADULT ? 'reading.adult' : 'reading.age', { age: data.age })}</span>
      )}
      {hard.length > 0 && (
        <span>
          {t('reading.hard')}{' '}
          {hard.map((word) => (
            <mark key={word} className={classes.hard}>
              {word}
            </mark>
          ))}
        </span>
      )}
    </p>
  );
}
