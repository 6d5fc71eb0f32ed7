import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Stage, useUpdateStage } from '../queries';
import classes from './studies.module.css';

interface StageRowProps {
  studyId: string;
  stage: Stage;
  canEdit: boolean;
  /** What moves, renames and removes it, for those who may. */
  children: ReactNode;
}

/** A stage: its label, its title, where it stands, and what may be done with it. */
export function StageRow({ studyId, stage, canEdit, children }: StageRowProps) {
  const { t } = useTranslation('studies');
  const update = useUpdateStage(studyId, stage.id);
  const { label } = stage;
  return (
    <li className={classes.stage}>
      <span className={classes.stageLabel}>{label}</span>
      {canEdit ? (
        <StageTitle
          stage={stage}
          isSaving={update.isPending}
          onSave={(title) => update.mutate({ title })}
        />
      ) : (
        <span>{stage.title}</span>
      )}
      <span className={classes.standing}>
        {t(`stages.${stage.state}`)}
        {canEdit && stage.state !== 'current' && (
          <Button
            variant="default"
            size="xs"
            aria-label={t('stages.makeCurrentOf', { label })}
            onClick={() => update.mutate({ state: 'current' })}
          >
            {t('stages.makeCurrent')}
          </Button>
        )}
        {canEdit && stage.state === 'current' && (
          <Button
            variant="default"
            size="xs"
            aria-label={t('stages.closeOf', { label })}
            onClick={() => update.mutate({ state: 'closed' })}
          >
            {t('stages.close')}
          </Button>
        )}
        {canEdit && children}
      </span>
      {update.error && <ProblemNotice error={update.error} />}
    </li>
  );
}

interface StageTitleProps {
  stage: Stage;
  isSaving: boolean;
  onSave: (title: string) => void;
}

function StageTitle({ stage, isSaving, onSave }: StageTitleProps) {
  const { t } = useTranslation('studies');
  const [title, setTitle] = useState(stage.title);
  const isChanged = title.trim() !== stage.title;
  return (
    <form
      className={classes.title}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(title.trim());
      }}
    >
      <TextInput
        aria-label={t('stages.nameOf', { label: stage.label })}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {isChanged && (
        <Button type="submit" loading={isSaving}>
          {t('stages.saveName')}
        </Button>
      )}
    </form>
  );
}
