import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '@/ui/data-table';
import type { JudgedLine, Preview } from '../queries';
import classes from './csv-preview.module.css';
import { VerdictMark } from './verdict-mark';

interface CsvPreviewProps<Line extends JudgedLine> {
  name: string;
  preview: Preview<Line>;
  columns: readonly Column<Line>[];
}

/** What a file holds and what would become of each line. */
export function CsvPreview<Line extends JudgedLine>({
  name,
  preview,
  columns,
}: CsvPreviewProps<Line>) {
  const { t } = useTranslation('exchange');
  const counts = (['good', 'present', 'problem'] as const).flatMap((verdict) => {
    const count = preview.lines.filter((line) => line.verdict === verdict).length;
    return count > 0 ? [t(`count.${verdict}`, { count })] : [];
  });
  const missing = preview.columns.filter(({ is_found }) => !is_found);
  return (
    <section>
      <Title order={2} size="h4">
        {name}
      </Title>
      <Text role="status">{counts.join(' · ') || t('noLines')}</Text>
      {missing.length > 0 && (
        <Text c="dimmed">
          {t('missing', { columns: missing.map((column) => column.name).join(', ') })}
        </Text>
      )}
      {preview.unknown.length > 0 && (
        <Text c="dimmed">{t('unknown', { columns: preview.unknown.join(', ') })}</Text>
      )}
      <div className={classes.table}>
        <DataTable
          caption={t('lines')}
          isCaptionHidden
          rows={preview.lines}
          rowKey={({ line }) => `${line}`}
          minWidth={640}
          columns={[
            { key: 'line', header: t('line'), isNumber: true, cell: ({ line }) => line },
            {
              key: 'verdict',
              header: t('verdict.header'),
              cell: ({ verdict, message }) => (
                <>
                  <VerdictMark verdict={verdict} />
                  {message && <div className={classes.message}>{message}</div>}
                </>
              ),
            },
            ...columns,
          ]}
        />
      </div>
    </section>
  );
}
