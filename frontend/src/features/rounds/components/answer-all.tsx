import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/page-header';
import { SavedState } from '@/ui/saved-state';
import { nameOf } from '../item-name';
import type { MyRound, RoundItem } from '../queries';
import { countAnswered, stateOfAll } from '../round-answers';
import type { useRoundAnswers } from '../use-round-answers';
import classes from './rounds.module.css';

interface AnswerAllProps {
  round: MyRound;
  answers: ReturnType<typeof useRoundAnswers>;
  renderItem: (item: RoundItem) => ReactNode;
  onOneByOne: () => void;
  onCheck: () => void;
}

/** Every item on one page, for those who like to see the whole. */
export function AnswerAll({ round, answers, renderItem, ...go }: AnswerAllProps) {
  const { t } = useTranslation('rounds');
  const state = stateOfAll(answers.snapshot);
  const counted = countAnswered(round, answers.answerTo);
  return (
    <>
      <PageHeader title={round.title} lead={t('answer.answeredOf', counted)} />
      <Button variant="default" onClick={go.onOneByOne}>
        {t('answer.oneByOne')}
      </Button>
      {round.items.map((item, place) => (
        <section
          key={item.id}
          className={classes.result}
          aria-label={`${t('answer.place', { current: place + 1, total: round.items.length })}: ${nameOf(item)}`}
        >
          <p className={classes.hint}>
            {t('answer.place', { current: place + 1, total: round.items.length })}
          </p>
          {renderItem(item)}
        </section>
      ))}
      {state === 'kept' && <p className={classes.note}>{t('answer.offline')}</p>}
      <div className={classes.bar}>
        <span className={classes.hint}>{t('answer.answeredOf', counted)}</span>
        <div className={classes.state}>
          {state === 'untouched' && t('answer.saves')}
          <SavedState state={state} />
        </div>
        <Button size="md" onClick={go.onCheck}>
          {t('answer.toReview')}
        </Button>
      </div>
    </>
  );
}
