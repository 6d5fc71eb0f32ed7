import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { longDay } from '@/lib/dates';
import { ProblemNotice } from '@/ui/problem-notice';
import { type ConsentRead, useGiveConsent } from '../queries';
import { Paragraphs } from './paragraphs';
import classes from './studies.module.css';

interface ConsentFormProps {
  studyId: string;
  consent: ConsentRead;
  /** Called once the agreement is kept, and from then on whenever the person goes on. */
  onAgreed: () => void;
}

/** The consent form in force as plain paragraphs, and the one button that agrees to it. */
export function ConsentForm({ studyId, consent, onAgreed }: ConsentFormProps) {
  const { t } = useTranslation('studies');
  const give = useGiveConsent(studyId);
  const { form_id: formId, given_at: givenAt, version } = consent;
  if (!formId || givenAt) {
    return (
      <Stack gap="lg" align="flex-start">
        <Text>
          {givenAt ? t('consent.given', { version, when: longDay(givenAt) }) : t('consent.none')}
        </Text>
        {consent.text && <ConsentText consent={consent} />}
        <Button size="md" onClick={onAgreed}>
          {t('consent.continue')}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack gap="lg" align="flex-start">
      <ConsentText consent={consent} />
      {give.error && <ProblemNotice error={give.error} />}
      <Button
        size="md"
        loading={give.isPending}
        onClick={() => give.mutate(formId, { onSuccess: onAgreed })}
      >
        {t('consent.agree')}
      </Button>
    </Stack>
  );
}

function ConsentText({ consent }: { consent: ConsentRead }) {
  const { t } = useTranslation('studies');
  return (
    <div className={classes.paper}>
      <Text c="dimmed" size="sm" component="p">
        {t('consent.version', { version: consent.version })}
      </Text>
      <Paragraphs text={consent.text} />
    </div>
  );
}
