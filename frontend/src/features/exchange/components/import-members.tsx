import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { memberVerbs } from '../queries';
import { CsvImport } from './csv-import';

interface ImportMembersProps {
  studyId: string;
  /** Called by the button that ends it. */
  onDone?: () => void;
}

/** Invites people from a CSV file; fit for a dialog or a page. */
export function ImportMembers({ studyId, onDone }: ImportMembersProps) {
  const { t } = useTranslation('exchange');
  const verbs = useMemo(() => memberVerbs(studyId), [studyId]);
  return (
    <CsvImport
      verbs={verbs}
      lead={t('members.lead')}
      takeLabel={(count) => t('members.take', { count })}
      takenLabel={(count) => t('members.taken', { count })}
      doneLabel={t('done')}
      onDone={onDone}
      columns={[
        { key: 'email', header: t('members.email'), cell: ({ email }) => email },
        { key: 'name', header: t('members.name'), cell: ({ name }) => name },
        { key: 'group', header: t('members.group'), cell: ({ group }) => group },
        {
          key: 'role',
          header: t('members.role'),
          cell: ({ roles }) => roles.map((role) => t(`roles.${role}`)).join(', '),
        },
      ]}
    />
  );
}
