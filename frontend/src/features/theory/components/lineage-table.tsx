import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table';
import type { Edge, Lineage } from '../queries';

interface LineageTableProps {
  lineage: Lineage;
  /** Wraps a title in a link to the mechanism's page. */
  link: (mechanismId: string, title: ReactNode) => ReactNode;
}

/** The lineage as a table: every link with both its ends and its reason. */
export function LineageTable({ lineage, link }: LineageTableProps) {
  const { t } = useTranslation('theory');
  function named(end: Edge['before'], missing: string): ReactNode {
    return end ? link(end.mechanism_id, wording(end)) : missing;
  }
  function wording(end: NonNullable<Edge['before']>): string {
    return `${end.title} (${t('versions.short', { number: end.number, stage: end.stage_label })})`;
  }
  return (
    <DataTable
      caption={t('lineage.table')}
      rowKey={(edge) => edge.id}
      rows={lineage.edges}
      minWidth={720}
      columns={[
        {
          key: 'from',
          header: t('edges.from'),
          cell: ({ before }) => named(before, t('edges.nothingBefore')),
          sortBy: ({ before }) => before?.title ?? '',
        },
        {
          key: 'kind',
          header: t('edges.kind'),
          cell: ({ kind, is_part }) =>
            `${t(`kinds.${kind}`)}${is_part ? ` ${t('edges.part')}` : ''}`,
          sortBy: ({ kind }) => kind,
        },
        {
          key: 'to',
          header: t('edges.to'),
          cell: ({ after }) => named(after, t('edges.nothingAfter')),
          sortBy: ({ after }) => after?.title ?? '',
        },
        { key: 'note', header: t('edges.note'), cell: ({ note }) => note },
      ]}
    />
  );
}
