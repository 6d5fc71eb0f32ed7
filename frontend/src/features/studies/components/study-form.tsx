import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fieldProblems } from '@/ui/field-problems';
import { ProblemNotice } from '@/ui/problem-notice';
import { useCreateStudy } from '../queries';
import classes from './studies.module.css';

const FIELDS = ['title', 'question', 'consent_text'] as const;

/** Begins a study; calls `onCreated` with its id. */
export function StudyForm({ onCreated }: { onCreated: (studyId: string) => void }) {
  const { t } = useTranslation('studies');
  const create = useCreateStudy();
  const form = useForm({
    initialValues: { title: '', question: '', consent_text: '' },
    validate: { title: (title) => (title.trim() ? null : t('new.noName')) },
  });
  const submit = form.onSubmit(({ title, question, consent_text }) =>
    create.mutate(
      {
        title: title.trim(),
        question: question.trim(),
        description: '',
        consent_text: consent_text.trim(),
      },
      {
        onSuccess: ({ id }) => onCreated(id),
        onError: (error) => form.setErrors(fieldProblems(error, FIELDS)),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {create.error && <ProblemNotice error={create.error} />}
      <TextInput
        label={t('new.name')}
        description={t('new.nameHow')}
        maxLength={300}
        {...form.getInputProps('title')}
      />
      <Textarea
        label={t('new.question')}
        description={t('new.questionHow')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('question')}
      />
      <Textarea
        label={t('new.consent')}
        description={t('new.consentHow')}
        autosize
        minRows={6}
        maxRows={20}
        maxLength={20000}
        {...form.getInputProps('consent_text')}
      />
      <div>
        <Button type="submit" size="md" loading={create.isPending}>
          {t('new.submit')}
        </Button>
      </div>
    </form>
  );
}
