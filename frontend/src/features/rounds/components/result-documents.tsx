import { Anchor, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ResultDocumentsProps {
  studyId: string;
  roundId: string;
  /** The team takes the report and the answers, too. */
  isTeam: boolean;
}

/** The results as files. */
export function ResultDocuments({ studyId, roundId, isTeam }: ResultDocumentsProps) {
  const { t } = useTranslation('rounds');
  const at = `/api/studies/${studyId}/rounds/${roundId}`;
  return (
    <Group gap="md" mt="sm">
      <Anchor href={`${at}/results.csv`} download>
        {t('feedback.csv')}
      </Anchor>
      <Anchor href={`${at}/results.xlsx`} download>
        {t('feedback.xlsx')}
      </Anchor>
      <Anchor href={`${at}/comments.csv`} download>
        {t('feedback.comments')}
      </Anchor>
      {isTeam && (
        <>
          <Anchor href={`${at}/report.docx`} download>
            {t('feedback.report')}
          </Anchor>
          <form method="post" action={`${at}/answers.csv`}>
            <Button type="submit" variant="default">
              {t('feedback.answers')}
            </Button>
          </form>
        </>
      )}
    </Group>
  );
}
