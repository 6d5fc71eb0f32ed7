import { useTranslation } from 'react-i18next';
import { DrawnFigure } from '@/ui/drawn-figure';
import { Histogram } from '@/ui/histogram';
import { groupColour } from '@/ui/marks/group-mark';
import type { RatingResult } from '../queries';
import { useAnswerWords } from '../use-answer-words';
import { findingOf } from '../verdict';
import { FiguresTable } from './figures-table';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';
import { VerdictsTable } from './verdicts-table';

interface RatingOutcomeProps {
  result: RatingResult;
  groups: readonly ResultGroup[];
  /** True for a reader who may have an own answer in it. */
  isPanel: boolean;
}

type Figures = RatingResult['whole'];

/** The verdict in words, everybody's ratings, each group's beside it, and the tables behind. */
export function RatingOutcome({ result, groups, isPanel }: RatingOutcomeProps) {
  const { t } = useTranslation('rounds');
  const words = useAnswerWords();
  const finding = findingOf(result);
  const own = result.mine?.rating ?? null;
  const band = result.whole.bands.at(-1);
  const chart = (figures: Figures) => ({
    bins: figures.counts.map(({ point, count }) => ({ value: point, count })),
    median: figures.median,
    own,
    ...(band ? { band: { from: band.low, to: band.high } } : {}),
  });
  const shown = result.groups.flatMap(({ figures }) => (figures ? [figures] : []));
  const tallest = Math.max(1, ...shown.flatMap(({ counts }) => counts.map(({ count }) => count)));
  return (
    <>
      <DrawnFigure name={result.question.prompt}>
        <p className={classes.finding}>{t(`results.finding.${finding.kind}`, { ...finding })}</p>
        {result.is_divided && (finding.kind === 'in' || finding.kind === 'out') && (
          <p>{t('results.alsoDivided')}</p>
        )}
        {isPanel && (
          <p>
            {result.mine ? t('results.own', { answer: words(result.mine) }) : t('results.ownNone')}
          </p>
        )}
        <div className={classes.whole}>
          <Histogram
            title={t('results.ratings', {
              name: t('results.everybody'),
              count: result.whole.rated,
            })}
            {...chart(result.whole)}
          />
          {result.whole.unable > 0 && (
            <span className={classes.facts}>
              {t('results.unable', { count: result.whole.unable })}
            </span>
          )}
        </div>
        <div className={classes.charts}>
          {result.groups.map(({ group_id, figures }) => {
            const group = groups.find(({ id }) => id === group_id);
            const name = group?.name ?? '';
            return figures ? (
              <Histogram
                key={group_id}
                title={t('results.ratings', { name, count: figures.rated })}
                colour={groupColour(group?.position ?? 0)}
                tallest={tallest}
                {...chart(figures)}
              />
            ) : (
              <div key={group_id} className={classes.hidden}>
                {t('results.hidden', { name })}
              </div>
            );
          })}
        </div>
      </DrawnFigure>
      <details className={classes.more}>
        <summary>{t('results.figures')}</summary>
        <FiguresTable result={result} groups={groups} />
      </details>
      <details className={classes.more}>
        <summary>{t('results.verdicts')}</summary>
        <VerdictsTable verdicts={result.verdicts} />
      </details>
    </>
  );
}
