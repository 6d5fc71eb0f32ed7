import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { QuestionIn } from '../queries';
import {
  templatesQuery,
  useRemoveTemplate,
  useRenameTemplate,
  useSaveTemplate,
} from '../template-queries';
import classes from './rounds.module.css';

interface BuilderTemplatesProps {
  studyId: string;
  isBusy: boolean;
  onApply: (templateId: string) => void;
}

/** Asks a template's questions about everything in the round, and keeps the study's own in order. */
export function BuilderTemplates({ studyId, isBusy, onApply }: BuilderTemplatesProps) {
  const { t } = useTranslation('rounds');
  const { data: templates = [] } = useQuery(templatesQuery(studyId));
  const [chosen, setChosen] = useState<string | null>(null);
  const rename = useRenameTemplate(studyId);
  const remove = useRemoveTemplate(studyId);
  const own = templates.filter(({ is_own }) => is_own);
  const problem = rename.error ?? remove.error;
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="sm">
        <Select
          flex={1}
          miw={220}
          label={t('build.template')}
          description={t('build.templateHint')}
          data={templates.map(({ id, name }) => ({ value: id, label: name }))}
          value={templates.some(({ id }) => id === chosen) ? chosen : null}
          onChange={setChosen}
        />
        <Button
          variant="default"
          disabled={!chosen}
          loading={isBusy}
          onClick={() => chosen && onApply(chosen)}
        >
          {t('build.applyAll')}
        </Button>
      </Group>
      {problem && <ProblemNotice error={problem} />}
      {own.length > 0 && (
        <details className={classes.more}>
          <summary>{t('build.ownTemplates')}</summary>
          {own.map(({ id, name }) => (
            <Group key={id} gap={4} wrap="nowrap">
              <TextInput
                flex={1}
                aria-label={t('build.templateNameOf', { name })}
                defaultValue={name}
                maxLength={120}
                onBlur={({ currentTarget: { value } }) =>
                  value.trim() && value !== name && rename.mutate({ id, name: value })
                }
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('build.templateRemove', { name })}
                onClick={() => remove.mutate(id)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
        </details>
      )}
    </Stack>
  );
}

interface TemplateKeeperProps {
  studyId: string;
  questions: QuestionIn[];
}

/** Keeps an item's questions under a name, to be asked again. */
export function TemplateKeeper({ studyId, questions }: TemplateKeeperProps) {
  const { t } = useTranslation('rounds');
  const [name, setName] = useState('');
  const save = useSaveTemplate(studyId);
  return (
    <details className={classes.more}>
      <summary>{t('build.templateKeep')}</summary>
      {save.error && <ProblemNotice error={save.error} />}
      <Group align="flex-end" gap="xs">
        <TextInput
          flex={1}
          label={t('build.templateName')}
          value={name}
          maxLength={120}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Button
          variant="default"
          disabled={!name.trim()}
          loading={save.isPending}
          onClick={() => save.mutate({ name, questions }, { onSuccess: () => setName('') })}
        >
          {t('build.templateSave')}
        </Button>
      </Group>
      <p role="status">{save.isSuccess && t('build.templateSaved')}</p>
    </details>
  );
}
