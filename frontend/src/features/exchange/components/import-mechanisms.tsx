import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { mechanismVerbs } from '../queries';
import { CsvImport } from './csv-import';

interface ImportMechanismsProps {
  studyId: string;
  /** Called by the button that ends it. */
  onDone?: () => void;
}

/** Takes mechanisms in from a CSV file, as drafts; fit for a dialog or a page. */
export function ImportMechanisms({ studyId, onDone }: ImportMechanismsProps) {
  const { t } = useTranslation('exchange');
  const verbs = useMemo(() => mechanismVerbs(studyId), [studyId]);
  return (
    <CsvImport
      verbs={verbs}
      lead={t('mechanisms.lead')}
      takeLabel={(count) => t('mechanisms.take', { count })}
      takenLabel={(count) => t('mechanisms.taken', { count })}
      doneLabel={t('mechanisms.see')}
      onDone={onDone}
      columns={[
        { key: 'title', header: t('mechanisms.title'), cell: ({ title }) => title },
        { key: 'stage', header: t('mechanisms.stage'), cell: ({ stage }) => stage },
        {
          key: 'cmocs',
          header: t('mechanisms.cmocs'),
          cell: ({ sentences }) =>
            sentences.map((sentence) => <div key={sentence}>{sentence}</div>),
        },
      ]}
    />
  );
}
