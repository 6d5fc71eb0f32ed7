import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import type { GroupsReading, RoundOpinions, VotesCast } from '../statement-queries';
import rounds from './rounds.module.css';

interface OpinionTablesProps {
  opinions: RoundOpinions;
  reading: GroupsReading;
  nameOf: (key: string) => string;
}

type Group = GroupsReading['groups'][number];
type Statement = RoundOpinions['statements'][number];

/** The figures behind the map and the lists: groups with their size, statements with all votes. */
export function OpinionTables({ opinions, reading, nameOf }: OpinionTablesProps) {
  const { t } = useTranslation('rounds');
  const words = (votes: VotesCast | null | undefined) =>
    votes ? t('opinions.counts', { ...votes }) : t('opinions.hidden');
  const rowOf = (id: string) => reading.statements.find(({ item_id }) => item_id === id);
  const sizes: Column<Group>[] = [
    { key: 'name', header: t('opinions.name'), cell: ({ key }) => nameOf(key) },
    {
      key: 'size',
      header: t('opinions.size'),
      isNumber: true,
      cell: ({ size }) => size ?? t('opinions.small'),
    },
  ];
  const votes: Column<Statement>[] = [
    {
      key: 'statement',
      header: t('opinions.statement'),
      cell: ({ text, is_by_panel }) => (is_by_panel ? `${text} (${t('opinions.byPanel')})` : text),
    },
    { key: 'everybody', header: t('opinions.everybody'), cell: (row) => words(row.votes) },
    ...reading.groups.map(({ key }) => ({
      key,
      header: nameOf(key),
      cell: ({ item_id }: Statement) =>
        words(rowOf(item_id)?.groups.find((group) => group.key === key)?.votes),
    })),
    {
      key: 'common',
      header: t('opinions.commonFigure'),
      isNumber: true,
      sortBy: ({ item_id }) => rowOf(item_id)?.common ?? -1,
      cell: ({ item_id }) => rowOf(item_id)?.common?.toFixed(2) ?? '–',
    },
  ];
  return (
    <>
      <details className={rounds.more}>
        <summary>{t('opinions.inTable')}</summary>
        <DataTable
          caption={t('opinions.inTable')}
          isCaptionHidden
          columns={sizes}
          rows={reading.groups}
          rowKey={({ key }) => key}
        />
      </details>
      <details className={rounds.more}>
        <summary>{t('opinions.votes')}</summary>
        <DataTable
          caption={t('opinions.votes')}
          isCaptionHidden
          columns={votes}
          rows={opinions.statements}
          rowKey={({ item_id }) => item_id}
          minWidth={640}
        />
      </details>
    </>
  );
}
