import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import type { RoundResults } from '../queries';
import type { QuestionChange, RoundComparison } from '../results-queries';
import classes from './rounds.module.css';

interface ChangesTableProps {
  comparison: RoundComparison;
  results: RoundResults;
}

type Change = NonNullable<QuestionChange['whole']>;

/** What changed since the round before, item by item, of those who rated in both. */
export function ChangesTable({ comparison, results }: ChangesTableProps) {
  const { t } = useTranslation('rounds');
  const titleOf = ({ item_id }: QuestionChange) => {
    const item = results.items.find(({ id }) => id === item_id);
    return item?.version?.title ?? item?.statement ?? '';
  };
  const number = (
    key: string,
    header: string,
    read: (change: Change) => number | null,
  ): Column<QuestionChange> => ({
    key,
    header,
    isNumber: true,
    cell: ({ whole }) => (whole ? rounded(read(whole)) : t('results.tooFew')),
  });
  const columns: Column<QuestionChange>[] = [
    { key: 'item', header: t('results.item'), cell: titleOf },
    number('pairs', t('results.pairs'), ({ pairs }) => pairs),
    number('changed', t('results.changedBand'), ({ changed_band }) => changed_band),
    number('kappa', t('results.kappa'), ({ kappa }) => kappa),
    number('wilcoxon', t('results.wilcoxon'), ({ wilcoxon_p }) => wilcoxon_p),
    number('cv', t('results.cvChange'), ({ cv_change }) => cv_change),
    number('left', t('results.shareLeft'), ({ share_left }) => share_left),
  ];
  const { concordance, concordance_before } = comparison;
  return (
    // the table is a landmark of this name already
    <section className={classes.result}>
      <h2>{t('results.changesSince', { title: comparison.earlier_title })}</h2>
      {concordance && concordance_before && (
        <p>
          {t('results.concordance', {
            before: rounded(concordance_before.w),
            now: rounded(concordance.w),
          })}
        </p>
      )}
      <DataTable
        caption={t('results.changesSince', { title: comparison.earlier_title })}
        isCaptionHidden
        columns={columns}
        rows={comparison.questions}
        rowKey={({ question_id }) => question_id}
        minWidth={640}
      />
    </section>
  );
}

function rounded(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 1000) / 1000);
}
