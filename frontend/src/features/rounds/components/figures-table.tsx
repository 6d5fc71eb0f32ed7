import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import type { RatingResult } from '../queries';
import type { ResultGroup } from './round-results';

interface FiguresTableProps {
  result: RatingResult;
  groups: readonly ResultGroup[];
}

interface FiguresRow {
  key: string;
  name: string;
  figures: RatingResult['whole'] | null;
}

/** The numbers behind the charts: everybody and each group that may be shown. */
export function FiguresTable({ result, groups }: FiguresTableProps) {
  const { t } = useTranslation('rounds');
  const rows: FiguresRow[] = [
    { key: 'whole', name: t('results.everybody'), figures: result.whole },
    ...result.groups.map(({ group_id, figures }) => ({
      key: group_id,
      name: groups.find(({ id }) => id === group_id)?.name ?? '',
      figures,
    })),
  ];
  const number = (
    key: string,
    header: string,
    read: (figures: RatingResult['whole']) => string,
  ): Column<FiguresRow> => ({
    key,
    header,
    isNumber: true,
    cell: ({ figures }) => (figures ? read(figures) : '–'),
  });
  const columns: Column<FiguresRow>[] = [
    { key: 'group', header: t('results.group'), cell: ({ name }) => name },
    number('rated', t('results.rated'), ({ rated }) => String(rated)),
    number('unable', t('results.unableColumn'), ({ unable }) => String(unable)),
    number('missing', t('results.missingColumn'), ({ missing }) => figure(missing)),
    number('median', t('results.median'), ({ median }) => figure(median)),
    number('quartiles', t('results.quartiles'), (figures) =>
      figures.median === null
        ? '–'
        : `${figure(figures.lower_quartile)}–${figure(figures.upper_quartile)}`,
    ),
    number('iqr', t('results.iqr'), ({ iqr }) => figure(iqr)),
    number('p30', t('results.p30p70'), ({ p30, p70 }) => `${figure(p30)}–${figure(p70)}`),
    number('di', t('results.di'), ({ di }) => figure(di)),
    {
      key: 'rand',
      header: t('results.rand'),
      cell: ({ figures }) => (figures?.rand ? t(`results.outcome.${figures.rand}`) : '–'),
    },
    {
      key: '70-15',
      header: t('results.seventyFifteen'),
      cell: ({ figures }) => (figures ? t(`results.outcome.${figures.seventy_fifteen}`) : '–'),
    },
    ...result.whole.bands.map(({ name, low, high }, place) =>
      number(`band-${place}`, `${name} (${low}–${high})`, ({ bands }) =>
        percent(bands[place]?.share ?? null),
      ),
    ),
  ];
  return (
    <>
      {result.is_small_panel && <p>{t('results.smallPanel')}</p>}
      <DataTable
        caption={t('results.figures')}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        minWidth={1100}
      />
    </>
  );
}

function figure(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 100) / 100);
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}
