import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import { GroupMark } from '@/ui/marks/group-mark';
import type { RoundProgress } from '../queries';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

interface RoundTurnoutProps {
  progress: RoundProgress;
  groups: readonly ResultGroup[];
}

type Row = RoundProgress['groups'][number];

/** Who was asked, has begun and has finished, by stakeholder group: people, never answers. */
export function RoundTurnout({ progress, groups }: RoundTurnoutProps) {
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
    </div>
  );
}
