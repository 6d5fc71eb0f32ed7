import { useTranslation } from 'react-i18next';
import { DrawnFigure } from '@/ui/drawn-figure';
import type { VoteResult } from '../queries';
import { useAnswerWords } from '../use-answer-words';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';
import { VoteBar } from './vote-bar';

interface VoteOutcomeProps {
  result: VoteResult;
  groups: readonly ResultGroup[];
  isPanel: boolean;
  /** True where the drawings may leave. */
  canBeSaved?: boolean;
}

/** What most said, everybody's votes, and each group's. */
export function VoteOutcome({ result, groups, isPanel, canBeSaved }: VoteOutcomeProps) {
  const { t } = useTranslation('rounds');
  const words = useAnswerWords();
  const figure = (
    <>
      <p className={classes.finding}>{t(`results.voteFinding.${majorityOf(result.whole)}`)}</p>
      {isPanel && (
        <p>
          {result.mine ? t('results.own', { answer: words(result.mine) }) : t('results.ownNone')}
        </p>
      )}
      <div className={classes.whole}>
        <VoteBar name={t('results.everybody')} figures={result.whole} />
      </div>
      <div className={classes.charts}>
        {result.groups.map(({ group_id, figures }) => {
          const name = groups.find(({ id }) => id === group_id)?.name ?? '';
          return figures ? (
            <VoteBar key={group_id} name={name} figures={figures} />
          ) : (
            <div key={group_id} className={classes.hidden}>
              {t('results.hidden', { name })}
            </div>
          );
        })}
      </div>
    </>
  );
  return canBeSaved ? <DrawnFigure name={result.question.prompt}>{figure}</DrawnFigure> : figure;
}

type Majority = 'agree' | 'disagree' | 'split' | 'nobody';

/** More than half of all votes, passes included. */
function majorityOf({ agree, disagree, passed }: VoteResult['whole']): Majority {
  const total = agree + disagree + passed;
  if (total === 0) {
    return 'nobody';
  }
  if (agree * 2 > total) {
    return 'agree';
  }
  return disagree * 2 > total ? 'disagree' : 'split';
}
