import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type ConsentRead, useUpdateStudy } from '../queries';
import { Paragraphs } from './paragraphs';
import { SavedNote, SettingsSection } from './settings-section';
import classes from './studies.module.css';

interface ConsentSettingsProps {
  studyId: string;
  consent: ConsentRead;
  canEdit: boolean;
}

/** What people agree to; says before saving that a changed text is put to everybody anew. */
export function ConsentSettings({ studyId, consent, canEdit }: ConsentSettingsProps) {
  const { t } = useTranslation('studies');
  const standing = consent.version
    ? t('settings.consentIs', { version: consent.version })
    : t('settings.consentNone');
  return (
    <SettingsSection title={t('settings.consent')} lead={standing}>
      {canEdit && <ConsentTextForm studyId={studyId} consent={consent} />}
      {!canEdit && consent.text && (
        <div className={classes.paper}>
          <Paragraphs text={consent.text} />
        </div>
      )}
    </SettingsSection>
  );
}

function ConsentTextForm({ studyId, consent }: Omit<ConsentSettingsProps, 'canEdit'>) {
  const { t } = useTranslation('studies');
  const update = useUpdateStudy(studyId);
  const [text, setText] = useState(consent.text);
  const given = text.trim();
  const isChanged = given !== consent.text.trim();
  return (
    <div className={classes.form}>
      {update.error && <ProblemNotice error={update.error} />}
      <Textarea
        label={t('settings.consentText')}
        description={t('settings.consentHow')}
        autosize
        minRows={6}
        maxRows={24}
        maxLength={20000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Text role="status" className={isChanged ? classes.warning : undefined}>
        {isChanged && (given ? t('settings.consentChanged') : t('settings.consentTaken'))}
      </Text>
      <Group gap="md">
        <Button
          disabled={!isChanged}
          loading={update.isPending}
          onClick={() => update.mutate({ consent_text: given })}
        >
          {given || !isChanged ? t('settings.consentSave') : t('settings.consentEnd')}
        </Button>
        {isChanged && (
          <Button variant="default" onClick={() => setText(consent.text)}>
            {t('settings.consentUndo')}
          </Button>
        )}
        <SavedNote isSaved={update.isSuccess && !isChanged} />
      </Group>
    </div>
  );
}
