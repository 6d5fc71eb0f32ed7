import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import { type Figures, labelsOf } from '../distributions';
import { placesOf } from '../places';
import type { Poll, QuestionTogether, StakeholderGroup } from '../queries';

interface TogetherTableProps {
  found: QuestionTogether;
  poll: Poll;
  groups: readonly StakeholderGroup[];
}

interface Row {
  key: string;
  who: string;
  where: string;
  figures: Figures | null;
}

/** Every number of the charts: a line for everybody and for each group, in each place. */
export function TogetherTable({ found, poll, groups }: TogetherTableProps) {
  const { t } = useTranslation('carrying');
  const places = placesOf(found, t);
  const people = [
    { id: null, name: t('together.everybody') },
    ...groups.map(({ id, name }) => ({ id, name })),
    { id: '', name: t('together.noGroup') },
  ];
  const rows: Row[] = people.flatMap(({ id, name }) =>
    places.flatMap(({ key, name: where, found: { whole, groups: by } }) =>
      id === null || by.has(id)
        ? [
            {
              key: `${id}-${key}`,
              who: name,
              where,
              figures: id === null ? whole : (by.get(id) ?? null),
            },
          ]
        : [],
    ),
  );
  const number = (
    key: string,
    header: string,
    read: (figures: Figures) => string | number,
  ): Column<Row> => ({
    key,
    header,
    isNumber: true,
    cell: ({ figures }) => (figures ? read(figures) : t('together.hidden')),
  });
  const columns: Column<Row>[] = [
    { key: 'who', header: t('together.who'), cell: ({ who }) => who },
    { key: 'where', header: t('together.where'), cell: ({ where }) => where },
    ...labelsOf(poll).map((label, at) =>
      number(`option-${at}`, label, ({ counts, places: ranks }) => {
        const rank = ranks?.[at];
        const count = counts[at] ?? 0;
        return rank === undefined
          ? count
          : `${count} · ${t('together.place', { place: Math.round(rank * 100) / 100 })}`;
      }),
    ),
    ...(poll.scale
      ? [
          number('unable', t('together.unable'), ({ unable }) => unable),
          number('median', t('together.median'), ({ median }) => median ?? '–'),
        ]
      : []),
    number('answers', t('together.answers'), ({ total }) => total),
  ];
  return (
    <DataTable
      caption={t('together.tableOf', { prompt: poll.prompt })}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}
