import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { Moment } from '@/ui/moment';
import type { RoundListed } from '../queries';
import classes from './rounds.module.css';

interface RoundsTableProps {
  rounds: readonly RoundListed[];
  renderLink: (round: RoundListed) => ReactNode;
}

/** Every round of a study with where it stands. */
export function RoundsTable({ rounds, renderLink }: RoundsTableProps) {
  const { t } = useTranslation('rounds');
  if (rounds.length === 0) {
    return <EmptyState title={t('list.none')}>{t('list.noneHow')}</EmptyState>;
  }
  const columns: Column<RoundListed>[] = [
    { key: 'round', header: t('list.round'), cell: renderLink, sortBy: ({ title }) => title },
    {
      key: 'state',
      header: t('list.state'),
      cell: ({ state }) => <StateMark state={state} />,
      sortBy: ({ state }) => state,
    },
    {
      key: 'window',
      header: t('list.window'),
      cell: (round) => {
        const end = round.ended_at ?? round.closes_at;
        return end ? <Moment at={end} /> : t('list.noDate');
      },
      sortBy: (round) => round.ended_at ?? round.closes_at ?? '',
    },
    { key: 'items', header: t('list.items'), isNumber: true, cell: ({ items }) => items },
    {
      key: 'turnout',
      header: t('list.turnout'),
      isNumber: true,
      cell: ({ state, finished, asked }) =>
        state === 'draft' ? '–' : t('list.of', { finished, asked }),
    },
  ];
  return (
    <DataTable
      caption={t('list.title')}
      isCaptionHidden
      columns={columns}
      rows={rounds}
      rowKey={({ id }) => id}
      minWidth={560}
    />
  );
}

/** Where a round stands, as a word. */
export function StateMark({ state }: { state: RoundListed['state'] }) {
  const { t } = useTranslation('rounds');
  return (
    <span className={classes.mark} data-state={state}>
      {t(`state.${state}`)}
    </span>
  );
}
