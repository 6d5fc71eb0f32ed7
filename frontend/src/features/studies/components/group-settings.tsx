import { Button, Checkbox, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import { DataTable } from '@/ui/data-table';
import { Dialog } from '@/ui/dialog';
import { fieldProblems } from '@/ui/field-problems';
import { GroupMark } from '@/ui/marks/group-mark';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Group, useAddGroup } from '../queries';
import { useArranging } from '../use-arranging';
import { ArrangingButtons } from './arranging-buttons';
import { RenameGroupForm } from './rename-group-form';
import { SettingsSection } from './settings-section';
import classes from './studies.module.css';

interface GroupSettingsProps {
  studyId: string;
  groups: readonly Group[];
  canEdit: boolean;
}

/** The parts of the panel in their fixed order, each with its shape. */
export function GroupSettings({ studyId, groups, canEdit }: GroupSettingsProps) {
  const { t } = useTranslation('studies');
  const arranging = useArranging(studyId, 'groups', groups);
  const [renaming, setRenaming] = useState<Group>();
  const actions = (group: Group) => (
    <ArrangingButtons
      name={group.name}
      isFirst={group.id === groups[0]?.id}
      isLast={group.id === groups.at(-1)?.id}
      onMove={(by) => arranging.move(group.id, by)}
      onRename={() => setRenaming(group)}
      onRemove={() => arranging.remove(group.id)}
    />
  );
  return (
    <SettingsSection title={t('groups.title')} lead={t('groups.lead')}>
      {arranging.error && <ProblemNotice error={arranging.error} />}
      {groups.length === 0 ? (
        <Text>{t('groups.none')}</Text>
      ) : (
        <DataTable
          caption={t('groups.title')}
          isCaptionHidden
          rows={groups}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: t('groups.name'),
              cell: ({ name, position }) => <GroupMark name={name} position={position} />,
            },
            { key: 'short', header: t('groups.short'), cell: (group) => group.short_name },
            {
              key: 'public',
              header: t('groups.public'),
              cell: (group) => t(group.is_public ? 'groups.isPublic' : 'groups.isNotPublic'),
            },
            ...(canEdit ? [{ key: 'arrange', header: t('arrange.actions'), cell: actions }] : []),
          ]}
        />
      )}
      {canEdit && <AddGroup studyId={studyId} />}
      <Dialog
        title={t('arrange.rename', { name: renaming?.name })}
        isOpen={renaming !== undefined}
        onClose={() => setRenaming(undefined)}
      >
        {renaming && (
          <RenameGroupForm
            studyId={studyId}
            group={renaming}
            onDone={() => setRenaming(undefined)}
          />
        )}
      </Dialog>
    </SettingsSection>
  );
}

function AddGroup({ studyId }: { studyId: string }) {
  const { t } = useTranslation('studies');
  const add = useAddGroup(studyId);
  const form = useForm({
    initialValues: { name: '', short_name: '', is_public: false },
    validate: { name: (name) => (name.trim() ? null : t('groups.noName')) },
  });
  const submit = form.onSubmit(({ name, short_name, is_public }) =>
    add.mutate(
      { name: name.trim(), short_name: short_name.trim(), is_public },
      { onSuccess: form.reset, onError: (error) => form.setErrors(problemsAtFields(error)) },
    ),
  );
  const isSaidAtField = Object.keys(form.errors).length > 0;
  return (
    <form onSubmit={submit} noValidate className={`${classes.form} ${classes.add}`}>
      <Title order={3}>{t('groups.addTitle')}</Title>
      {add.error && !isSaidAtField && <ProblemNotice error={add.error} />}
      <div className={classes.row}>
        <TextInput label={t('groups.name')} maxLength={120} {...form.getInputProps('name')} />
        <TextInput
          className={classes.short}
          label={t('groups.short')}
          description={t('groups.shortHow')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={20}
          {...form.getInputProps('short_name')}
        />
      </div>
      <Checkbox
        label={t('groups.public')}
        description={t('groups.publicHow')}
        {...form.getInputProps('is_public', { type: 'checkbox' })}
      />
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('groups.add')}
        </Button>
      </div>
    </form>
  );
}

/** A name that is taken is a conflict, and it is about the name. */
function problemsAtFields(error: Error): Partial<Record<'name' | 'short_name', string>> {
  const problem = asProblem(error);
  return problem.status === 409
    ? { name: problem.message }
    : fieldProblems(problem, ['name', 'short_name']);
}
