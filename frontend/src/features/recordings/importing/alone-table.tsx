import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import { Moment } from '@/ui/moment';
import type { TranscriptAlone } from './queries';

interface AloneTableProps {
  transcripts: readonly TranscriptAlone[];
  /** A link to the transcript's page. */
  link: (transcript: TranscriptAlone) => ReactNode;
}

/** The transcripts that came in without a recording, newest first. */
export function AloneTable({ transcripts, link }: AloneTableProps) {
  const { t } = useTranslation('recordings');
  const columns: Column<TranscriptAlone>[] = [
    { key: 'title', header: t('alone.column'), cell: link, sortBy: ({ title }) => title },
    {
      key: 'meeting',
      header: t('column.meeting'),
      cell: ({ meeting_title }) => meeting_title ?? '–',
      sortBy: ({ meeting_title }) => meeting_title ?? '',
    },
    {
      key: 'file',
      header: t('alone.file'),
      cell: ({ file_name }) => file_name,
      sortBy: ({ file_name }) => file_name,
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
      caption={t('alone.title')}
      columns={columns}
      rows={transcripts}
      rowKey={({ id }) => id}
      minWidth={560}
    />
  );
}
