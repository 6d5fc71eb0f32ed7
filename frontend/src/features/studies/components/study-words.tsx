import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fieldProblems } from '@/ui/field-problems';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Study, useUpdateStudy } from '../queries';
import { SavedNote, SettingsSection } from './settings-section';
import classes from './studies.module.css';

const FIELDS = ['title', 'question', 'description'] as const;

interface StudyWordsProps {
  study: Study;
  canEdit: boolean;
}

/** What the study is called, what it asks, and what there is to know about it. */
export function StudyWords({ study, canEdit }: StudyWordsProps) {
  const { t } = useTranslation('studies');
  return (
    <SettingsSection title={t('settings.words')}>
      {canEdit ? <StudyWordsForm study={study} /> : <StudyWordsRead study={study} />}
    </SettingsSection>
  );
}

function StudyWordsRead({ study }: { study: Study }) {
  const { t } = useTranslation('studies');
  return (
    <dl className={classes.facts}>
      <dt>{t('new.name')}</dt>
      <dd>{study.title}</dd>
      <dt>{t('new.question')}</dt>
      <dd>{study.question || t('settings.nothing')}</dd>
      <dt>{t('settings.description')}</dt>
      <dd>{study.description || t('settings.nothing')}</dd>
    </dl>
  );
}

function StudyWordsForm({ study }: { study: Study }) {
  const { t } = useTranslation('studies');
  const update = useUpdateStudy(study.id);
  const { title, question, description } = study;
  const form = useForm({
    initialValues: { title, question, description },
    validate: { title: (value) => (value.trim() ? null : t('new.noName')) },
  });
  const submit = form.onSubmit((values) =>
    update.mutate(values, {
      onSuccess: () => form.resetDirty(values),
      onError: (error) => form.setErrors(fieldProblems(error, FIELDS)),
    }),
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {update.error && <ProblemNotice error={update.error} />}
      <TextInput label={t('new.name')} maxLength={300} {...form.getInputProps('title')} />
      <Textarea
        label={t('new.question')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('question')}
      />
      <Textarea
        label={t('settings.description')}
        description={t('settings.descriptionHow')}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={5000}
        {...form.getInputProps('description')}
      />
      <Group gap="md">
        <Button type="submit" loading={update.isPending}>
          {t('settings.save')}
        </Button>
        <SavedNote isSaved={update.isSuccess && !form.isDirty()} />
      </Group>
    </form>
  );
}
