import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import { Moment } from '@/ui/moment';
import type { MeetingListed, StakeholderGroup } from '../queries';

interface MeetingListProps {
  meetings: readonly MeetingListed[];
  groups: readonly StakeholderGroup[];
  /** Names a meeting and leads to it. */
  link: (meeting: MeetingListed) => ReactNode;
  /** Leads into a meeting that has not ended. */
  enter: (meeting: MeetingListed) => ReactNode;
}

/** The study's meetings in a table. */
export function MeetingList({ meetings, groups, link, enter }: MeetingListProps) {
  const { t } = useTranslation('meetings');
  const columns: Column<MeetingListed>[] = [
    { key: 'meeting', header: t('list.meeting'), cell: link, sortBy: ({ title }) => title },
    {
      key: 'when',
      header: t('list.when'),
      cell: ({ planned_for: planned, started_at: started }) =>
        started || planned ? <Moment at={started ?? planned ?? ''} /> : t('list.notSet'),
      sortBy: ({ planned_for: planned, started_at: started }) => started ?? planned ?? '',
    },
    { key: 'state', header: t('list.state'), cell: ({ state }) => t(`states.${state}`) },
    {
      key: 'groups',
      header: t('list.groups'),
      cell: ({ group_ids: ids }) => namesOf(ids, groups) || t('list.everybody'),
    },
    {
      key: 'items',
      header: t('list.items'),
      cell: ({ item_count: count }) => count,
      isNumber: true,
    },
    {
      key: 'enter',
      header: t('list.enter'),
      cell: (meeting) => (meeting.state === 'ended' ? null : enter(meeting)),
    },
  ];
  return (
    <DataTable
      caption={t('list.caption')}
      isCaptionHidden
      columns={columns}
      rows={meetings}
      rowKey={({ id }) => id}
      minWidth={720}
    />
  );
}

/** The names of groups, in the study's order. */
export function namesOf(ids: readonly string[], groups: readonly StakeholderGroup[]): string {
  return groups
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ');
}
