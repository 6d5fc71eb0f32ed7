import { Textarea } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Rating, RatingScale } from '@/ui/rating-scale';
import type { Question } from '../queries';
import type { Given } from '../round-answers';
import classes from './rounds.module.css';
import { VoteButtons } from './vote-buttons';

interface QuestionFieldProps {
  question: Question;
  given: Given | undefined;
  onGive: (given: Given) => void;
  /** Why the server did not take the answer, if it did not. */
  refusal?: string | undefined;
}

/** One question with the answer that fits it. */
export function QuestionField({ question, given, onGive, refusal }: QuestionFieldProps) {
  const { t } = useTranslation('rounds');
  const labelId = useId();
  return (
    <div className={classes.question}>
      {question.kind === 'rating' && question.scale && (
        <RatingScale
          legend={question.prompt}
          bands={question.scale.bands.map(({ name, low, high }) => ({
            from: low,
            to: high,
            label: name,
          }))}
          value={ratingOf(given)}
          onChange={(value) => onGive(value === 'unable' ? { is_unable: true } : { rating: value })}
        />
      )}
      {question.kind === 'vote' && (
        <VoteButtons
          legend={question.prompt}
          value={given?.vote ?? null}
          onChange={(vote) => onGive({ vote })}
        />
      )}
      {question.kind === 'text' && (
        <Textarea
          id={labelId}
          label={question.prompt}
          description={t('answer.textHint')}
          size="md"
          autosize
          minRows={4}
          maxLength={10_000}
          value={given?.text ?? ''}
          onChange={(event) => onGive({ text: event.currentTarget.value })}
        />
      )}
      {refusal && (
        <p className={classes.note} role="alert">
          {t('answer.refused', { reason: refusal })}
        </p>
      )}
    </div>
  );
}

function ratingOf(given: Given | undefined): Rating {
  return given?.is_unable ? 'unable' : (given?.rating ?? null);
}
