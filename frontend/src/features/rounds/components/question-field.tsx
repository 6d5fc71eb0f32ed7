import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Rating, RatingScale } from '@/ui/rating-scale';
import { crossingOf } from '../crossing';
import type { Answer, MyRound, Question } from '../queries';
import type { Given } from '../round-answers';
import { ChoiceField } from './choice-field';
import { DecisionField } from './decision-field';
import { RankingField } from './ranking-field';
import classes from './rounds.module.css';
import { VoteButtons } from './vote-buttons';

interface QuestionFieldProps {
  question: Question;
  given: Given | undefined;
  onGive: (given: Given) => void;
  /** What a decision can name. */
  others?: MyRound['mechanisms'];
  /** What the person answered in the round before. */
  before?: Answer | null | undefined;
  /** Why the server did not take the answer, if it did not. */
  refusal?: string | undefined;
  /** What else is to be said about the answer. */
  notes?: ReactNode;
}

/** One question with the answer that fits it. */
export function QuestionField(props: QuestionFieldProps) {
  const { t } = useTranslation('rounds');
  return (
    <div className={classes.question}>
      <Field {...props} />
      {props.refusal && (
        <p className={classes.note} role="alert">
          {t('answer.refused', { reason: props.refusal })}
        </p>
      )}
      {props.notes}
    </div>
  );
}

function Field({ question, given, onGive, others = [], before }: QuestionFieldProps) {
  const choice = {
    question,
    value: given?.choices ?? [],
    onChange: (choices: string[]) => onGive({ choices }),
  };
  switch (question.kind) {
    case 'rating':
      return <RatingField question={question} given={given} onGive={onGive} before={before} />;
    case 'vote':
      return (
        <VoteButtons
          legend={question.prompt}
          value={given?.vote ?? null}
          onChange={(vote) => onGive({ vote })}
        />
      );
    case 'choice':
      return <ChoiceField {...choice} />;
    case 'ranking':
      return <RankingField {...choice} />;
    case 'decision':
      return <DecisionField {...choice} others={others} />;
    default:
      return <WordsField question={question} given={given} onGive={onGive} />;
  }
}

function RatingField({ question, given, onGive, before }: QuestionFieldProps) {
  const { t } = useTranslation('rounds');
  const { scale } = question;
  const crossing = crossingOf(scale, before, given);
  const rate = (rating: number) => {
    const next = { rating };
    // the reason goes along for as long as there is a change to give one for
    onGive(crossingOf(scale, before, next) ? { ...next, reason: given?.reason ?? '' } : next);
  };
  return (
    scale && (
      <>
        <RatingScale
          legend={question.prompt}
          bands={scale.bands.map(({ name, low, high }) => ({ from: low, to: high, label: name }))}
          value={ratingOf(given)}
          onChange={(value) => (value === 'unable' ? onGive({ is_unable: true }) : rate(value))}
        />
        {crossing && (
          <Textarea
            className={classes.follow}
            label={t('answer.crossed', crossing)}
            description={t('answer.crossedHint')}
            size="md"
            autosize
            minRows={2}
            maxLength={2000}
            value={given?.reason ?? ''}
            onChange={({ currentTarget }) =>
              onGive({ rating: given?.rating ?? null, reason: currentTarget.value })
            }
          />
        )}
      </>
    )
  );
}

function WordsField({ question, given, onGive }: QuestionFieldProps) {
  const { t } = useTranslation('rounds');
  return (
    <Textarea
      label={question.prompt}
      description={t(question.kind === 'missing' ? 'answer.missingHint' : 'answer.textHint')}
      size="md"
      autosize
      minRows={4}
      maxLength={10_000}
      value={given?.text ?? ''}
      onChange={(event) => onGive({ text: event.currentTarget.value })}
    />
  );
}

function ratingOf(given: Given | undefined): Rating {
  return given?.is_unable ? 'unable' : (given?.rating ?? null);
}
