import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table';
import { Moment } from '@/ui/moment';
import type { HistoryEntry } from '../queries';

/** What was done, newest first; who answered is never told. */
export function HistoryTable({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation('reports');
  // what an older version recorded may have no words any more
  const deed = (tag: string) =>
    t(`history.tags.${tag.replaceAll(':', '_')}` as 'history.tags.study_study_created', {
      defaultValue: tag.split(':').slice(1).join(' ').replaceAll('-', ' '),
      nsSeparator: false,
    });
  return (
    <DataTable
      caption={t('history.title')}
      isCaptionHidden
      minWidth={560}
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', header: t('history.when'), cell: ({ at }) => <Moment at={at} /> },
        {
          key: 'person',
          header: t('history.who'),
          cell: ({ person, is_withheld: isWithheld }) =>
            isWithheld ? t('history.withheld') : (person ?? t('history.nobody')),
        },
        { key: 'tag', header: t('history.what'), cell: ({ tag }) => deed(tag) },
        {
          key: 'about',
          header: t('history.about'),
          cell: ({ about, reason }) => (
            <>
              {about}
              {reason && <Text size="sm">{t('history.because', { reason })}</Text>}
            </>
          ),
        },
      ]}
    />
  );
}
