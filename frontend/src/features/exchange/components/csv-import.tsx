import { Button, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconFileTypeCsv } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/ui/data-table';
import { Loading } from '@/ui/loading';
import { ProblemNotice } from '@/ui/problem-notice';
import { type CsvVerbs, type JudgedLine, useCsvImport } from '../queries';
import { CsvPreview } from './csv-preview';
import { LeftOut } from './left-out';

interface CsvImportProps<Line extends JudgedLine> {
  verbs: CsvVerbs<Line>;
  /** What the file should hold. */
  lead: ReactNode;
  /** How a line is shown, after its number and its verdict. */
  columns: readonly Column<Line>[];
  /** What taking in so many is called. */
  takeLabel: (count: number) => string;
  takenLabel: (count: number) => string;
  /** Offered when it is done. */
  onDone?: (() => void) | undefined;
  doneLabel: string;
}

/** Takes a CSV file in: choose it, see what would happen line by line, then say yes. */
export function CsvImport<Line extends JudgedLine>({ verbs, ...rest }: CsvImportProps<Line>) {
  const { t } = useTranslation('exchange');
  const { preview, take } = useCsvImport(verbs);
  const [file, setFile] = useState<File | null>(null);

  function look(chosen: File | null) {
    // choosing nothing in the dialog keeps what was chosen before
    if (chosen) {
      setFile(chosen);
      take.reset();
      preview.mutate(chosen);
    }
  }

  if (take.data) {
    return (
      <Stack role="status">
        <Title order={2} size="h3">
          {rest.takenLabel(take.data.taken)}
        </Title>
        <LeftOut lines={take.data.left_out} />
        {rest.onDone && (
          <Group>
            <Button onClick={rest.onDone}>{rest.doneLabel}</Button>
          </Group>
        )}
      </Stack>
    );
  }
  const good = preview.data?.lines.filter(({ verdict }) => verdict === 'good').length ?? 0;
  const problems = preview.data?.lines.filter(({ verdict }) => verdict === 'problem').length ?? 0;
  return (
    <Stack>
      <Text maw="var(--measure)">{rest.lead}</Text>
      <Group>
        <FileButton accept=".csv,.txt,.tsv,text/csv" onChange={look}>
          {(props) => (
            <Button
              {...props}
              variant={preview.data ? 'default' : 'filled'}
              leftSection={<IconFileTypeCsv size={18} aria-hidden />}
            >
              {t(file ? 'chooseAgain' : 'choose')}
            </Button>
          )}
        </FileButton>
        <Button
          component="a"
          variant="subtle"
          href={verbs.sample}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('sample')}
        </Button>
      </Group>
      {preview.isPending && <Loading label={t('reading')} />}
      {preview.error && <ProblemNotice error={preview.error} />}
      {file && preview.data && (
        <>
          <CsvPreview name={file.name} preview={preview.data} columns={rest.columns} />
          {take.error && <ProblemNotice error={take.error} />}
          <Group>
            {good === 0 ? (
              <Text>{t('nothingToTake')}</Text>
            ) : (
              <Button
                loading={take.isPending}
                onClick={() => take.mutate({ file, onlyGood: problems > 0 })}
              >
                {rest.takeLabel(good)}
              </Button>
            )}
            {problems > 0 && <Text>{t('mend', { count: problems })}</Text>}
          </Group>
        </>
      )}
    </Stack>
  );
}
