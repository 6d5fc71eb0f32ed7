import { Button, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import { Dialog } from '@/ui/dialog';
import { fieldProblems } from '@/ui/field-problems';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Stage, useAddStage } from '../queries';
import { useArranging } from '../use-arranging';
import { ArrangingButtons } from './arranging-buttons';
import { RelabelStageForm } from './relabel-stage-form';
import { SettingsSection } from './settings-section';
import { StageRow } from './stage-row';
import classes from './studies.module.css';

interface StageSettingsProps {
  studyId: string;
  stages: readonly Stage[];
  canEdit: boolean;
}

/** The phases of the study in their order, and where each stands. */
export function StageSettings({ studyId, stages, canEdit }: StageSettingsProps) {
  const { t } = useTranslation('studies');
  const arranging = useArranging(studyId, 'stages', stages);
  const [relabelling, setRelabelling] = useState<Stage>();
  return (
    <SettingsSection title={t('stages.title')} lead={t('stages.lead')}>
      {arranging.error && <ProblemNotice error={arranging.error} />}
      {stages.length === 0 ? (
        <Text>{t('stages.none')}</Text>
      ) : (
        <ol className={classes.stages}>
          {stages.map((stage) => (
            <StageRow key={stage.id} studyId={studyId} stage={stage} canEdit={canEdit}>
              <ArrangingButtons
                name={stage.label}
                isFirst={stage.id === stages[0]?.id}
                isLast={stage.id === stages.at(-1)?.id}
                onMove={(by) => arranging.move(stage.id, by)}
                onRename={() => setRelabelling(stage)}
                onRemove={() => arranging.remove(stage.id)}
              />
            </StageRow>
          ))}
        </ol>
      )}
      {canEdit && <AddStage studyId={studyId} />}
      <Dialog
        title={t('arrange.rename', { name: relabelling?.label })}
        isOpen={relabelling !== undefined}
        onClose={() => setRelabelling(undefined)}
      >
        {relabelling && (
          <RelabelStageForm
            studyId={studyId}
            stage={relabelling}
            onDone={() => setRelabelling(undefined)}
          />
        )}
      </Dialog>
    </SettingsSection>
  );
}

function AddStage({ studyId }: { studyId: string }) {
  const { t } = useTranslation('studies');
  const add = useAddStage(studyId);
  const form = useForm({
    initialValues: { label: '', title: '' },
    validate: { label: (label) => (label.trim() ? null : t('stages.noLabel')) },
  });
  const submit = form.onSubmit(({ label, title }) =>
    add.mutate(
      { label: label.trim(), title: title.trim() },
      { onSuccess: form.reset, onError: (error) => form.setErrors(problemsAtFields(error)) },
    ),
  );
  const isSaidAtField = Object.keys(form.errors).length > 0;
  return (
    <form onSubmit={submit} noValidate className={`${classes.form} ${classes.add}`}>
      <Title order={3}>{t('stages.addTitle')}</Title>
      {add.error && !isSaidAtField && <ProblemNotice error={add.error} />}
      <div className={classes.row}>
        <TextInput
          className={classes.short}
          label={t('stages.label')}
          description={t('stages.labelHow')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={20}
          {...form.getInputProps('label')}
        />
        <TextInput label={t('stages.name')} maxLength={200} {...form.getInputProps('title')} />
      </div>
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('stages.add')}
        </Button>
      </div>
    </form>
  );
}

/** A label that is taken is a conflict, and it is about the label. */
function problemsAtFields(error: Error): Partial<Record<'label' | 'title', string>> {
  const problem = asProblem(error);
  return problem.status === 409
    ? { label: problem.message }
    : fieldProblems(problem, ['label', 'title']);
}
