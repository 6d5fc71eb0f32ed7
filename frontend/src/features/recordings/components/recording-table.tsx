import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock } from '@/ui/clock';
import { type Column, DataTable } from '@/ui/data-table';
import { Moment } from '@/ui/moment';
import type { Recording } from '../queries';
import { TranscriptState } from './transcript-state';

interface RecordingTableProps {
  recordings: readonly Recording[];
  /** A link to the recording's page. */
  link: (recording: Recording) => ReactNode;
}

/** The study's recordings, newest first. */
export function RecordingTable({ recordings, link }: RecordingTableProps) {
  const { t } = useTranslation('recordings');
  const columns: Column<Recording>[] = [
    { key: 'title', header: t('column.title'), cell: link, sortBy: ({ title }) => title },
    {
      key: 'meeting',
      header: t('column.meeting'),
      cell: ({ meeting_title }) => meeting_title ?? '–',
      sortBy: ({ meeting_title }) => meeting_title ?? '',
    },
    {
      key: 'length',
      header: t('column.length'),
      cell: ({ duration }) => <Clock seconds={duration} />,
      sortBy: ({ duration }) => duration,
      isNumber: true,
    },
    {
      key: 'transcript',
      header: t('column.transcript'),
      cell: (recording) => <TranscriptState recording={recording} />,
    },
    {
      key: 'taken',
      header: t('column.taken'),
      cell: ({ created_at }) => <Moment at={created_at} />,
      sortBy: ({ created_at }) => created_at,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      columns={columns}
      rows={recordings}
      rowKey={({ id }) => id}
      minWidth={560}
    />
  );
}
