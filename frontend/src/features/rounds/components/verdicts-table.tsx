import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import type { RatingResult } from '../queries';
import classes from './rounds.module.css';

type Verdict = RatingResult['verdicts'][number];

/** What every rule makes of an item; the locked one is named. */
export function VerdictsTable({ verdicts }: { verdicts: readonly Verdict[] }) {
  const { t } = useTranslation('rounds');
  const columns: Column<Verdict>[] = [
    {
      key: 'rule',
      header: t('results.rule'),
      cell: ({ rule, is_locked }) =>
        is_locked ? (
          <strong>{`${t(`rules.${rule}`)} (${t('results.decides')})`}</strong>
        ) : (
          t(`rules.${rule}`)
        ),
    },
    {
      key: 'says',
      header: t('results.says'),
      cell: ({ outcome, reason }) =>
        reason ? `${t(`results.outcome.${outcome}`)}: ${reason}` : t(`results.outcome.${outcome}`),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('results.verdicts')}
        isCaptionHidden
        columns={columns}
        rows={verdicts}
        rowKey={({ rule }) => rule}
      />
      <p className={classes.facts}>{t('results.byGroup')}</p>
    </>
  );
}
