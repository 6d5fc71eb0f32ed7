import { useTranslation } from 'react-i18next';
import { DrawnFigure } from '@/ui/drawn-figure';
import type { ChoiceResult } from '../queries';
import { useAnswerWords } from '../use-answer-words';
import { ChoiceBars } from './choice-bars';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

interface ChoiceOutcomeProps {
  result: ChoiceResult;
  groups: readonly ResultGroup[];
  isPanel: boolean;
  /** True where the drawings may leave. */
  canBeSaved?: boolean;
}

/** What most chose, everybody's choices, and each group's. */
export function ChoiceOutcome({ result, groups, isPanel, canBeSaved }: ChoiceOutcomeProps) {
  const { t } = useTranslation('rounds');
  const words = useAnswerWords(result.question);
  const most = Math.max(0, ...result.whole.counts.map(({ count }) => count));
  const leading = result.whole.counts.filter(({ count }) => count > 0 && count === most);
  const first = leading.length === 1 ? labelOf(result, leading[0]?.option_id) : undefined;
  const figure = (
    <>
      <p className={classes.finding}>
        {first
          ? t(result.whole.ranks ? 'results.rankFinding' : 'results.choiceFinding', {
              option: first,
              count: most,
              of: result.whole.answered,
            })
          : t(most > 0 ? 'results.choiceTied' : 'results.voteFinding.nobody')}
      </p>
      {result.whole.ranks && (
        <p>
          {t('results.order', { order: orderOf(result) })}{' '}
          {result.whole.ranks.w !== null &&
            t('results.agreeOnOrder', { w: Math.round(result.whole.ranks.w * 100) / 100 })}
        </p>
      )}
      {isPanel && (
        <p>
          {result.mine ? t('results.own', { answer: words(result.mine) }) : t('results.ownNone')}
        </p>
      )}
      <div className={classes.charts}>
        <ChoiceBars
          name={t('results.everybody')}
          figures={result.whole}
          options={result.question.options}
        />
        {result.groups.map(({ group_id, figures }) => {
          const name = groups.find(({ id }) => id === group_id)?.name ?? '';
          return figures ? (
            <ChoiceBars
              key={group_id}
              name={name}
              figures={figures}
              options={result.question.options}
            />
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

function labelOf(result: ChoiceResult, optionId: string | undefined): string | undefined {
  return result.question.options.find(({ id }) => id === optionId)?.label;
}

function orderOf(result: ChoiceResult): string {
  const ranked = result.whole.ranks?.order ?? [];
  return ranked
    .map(
      ({ option_id, mean_rank }) =>
        `${labelOf(result, option_id)} (${Math.round(mean_rank * 100) / 100})`,
    )
    .join(', ');
}
