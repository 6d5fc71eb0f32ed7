import { Button, Group as Row, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Stage, useUpdateStage } from '../queries';

interface RelabelStageFormProps {
  studyId: string;
  stage: Stage;
  onDone: () => void;
}

/** Gives a stage another label; what belongs to it stays with it. */
export function RelabelStageForm({ studyId, stage, onDone }: RelabelStageFormProps) {
  const { t } = useTranslation('studies');
  const update = useUpdateStage(studyId, stage.id);
  const form = useForm({
    initialValues: { label: stage.label },
    validate: { label: (label) => (label.trim() ? null : t('stages.noLabel')) },
  });
  const submit = form.onSubmit(({ label }) =>
    update.mutate({ label: label.trim() }, { onSuccess: onDone }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {update.error && <ProblemNotice error={update.error} />}
        <TextInput
          label={t('stages.label')}
          description={t('stages.labelHow')}
          maxLength={20}
          {...form.getInputProps('label')}
        />
        <Row justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone}>
            {t('arrange.cancel')}
          </Button>
          <Button type="submit" loading={update.isPending}>
            {t('settings.save')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
