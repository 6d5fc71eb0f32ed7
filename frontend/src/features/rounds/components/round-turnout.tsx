import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import { GroupMark } from '@/ui/marks/group-mark';
import { Moment } from '@/ui/moment';
import type { RoundProgress } from '../queries';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

interface RoundTurnoutProps {
  progress: RoundProgress;
  groups: readonly ResultGroup[];
  /** What can be done for those who have not finished. */
  children?: ReactNode;
}

type Row = RoundProgress['groups'][number];

/** Who was asked, has begun and has finished, by stakeholder group: people, never answers. */
export function RoundTurnout({ progress, groups, children }: RoundTurnoutProps) {
  const { t } = useTranslation('rounds');
  const columns: Column<Row>[] = [
    {
      key: 'group',
      header: t('run.group'),
      cell: ({ group_id }) => {
        const group = groups.find(({ id }) => id === group_id);
        return group ? <GroupMark position={group.position} name={group.name} /> : '';
      },
    },
    { key: 'asked', header: t('run.asked'), isNumber: true, cell: ({ asked }) => asked },
    { key: 'begun', header: t('run.begun'), isNumber: true, cell: ({ begun }) => begun },
    {
      key: 'finished',
      header: t('run.finished'),
      isNumber: true,
      cell: ({ finished }) => finished,
    },
    {
      key: 'reminded',
      header: t('run.remindedColumn'),
      isNumber: true,
      cell: ({ reminded }) => reminded,
    },
    {
      key: 'last',
      header: t('run.lastReminder'),
      cell: ({ reminded_at }) => (reminded_at ? <Moment at={reminded_at} /> : t('run.never')),
    },
  ];
  return (
    <div className={classes.narrow}>
      <p>
        {t('run.summary', { ...progress })}{' '}
        {progress.left > 0 && t('run.left', { count: progress.left })}
      </p>
      <DataTable
        caption={t('run.turnout')}
        isCaptionHidden
        columns={columns}
        rows={progress.groups}
        rowKey={({ group_id }) => group_id}
      />
      {children}
    </div>
  );
}
