import { Button, Checkbox, Group as Row, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Group, useUpdateGroup } from '../queries';

interface RenameGroupFormProps {
  studyId: string;
  group: Group;
  onDone: () => void;
}

/** Changes a group's names and kind; its people and their answers stay with it. */
export function RenameGroupForm({ studyId, group, onDone }: RenameGroupFormProps) {
  const { t } = useTranslation('studies');
  const update = useUpdateGroup(studyId, group.id);
  const form = useForm({
    initialValues: {
      name: group.name,
      short_name: group.short_name,
      is_public: group.is_public,
    },
    validate: {
      name: (name) => (name.trim() ? null : t('groups.noName')),
      short_name: (name) => (name.trim() ? null : t('groups.noShort')),
    },
  });
  const submit = form.onSubmit(({ name, short_name, is_public }) =>
    update.mutate(
      { name: name.trim(), short_name: short_name.trim(), is_public },
      { onSuccess: onDone },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {update.error && <ProblemNotice error={update.error} />}
        <TextInput label={t('groups.name')} maxLength={120} {...form.getInputProps('name')} />
        <TextInput
          label={t('groups.short')}
          description={t('groups.shortHow')}
          maxLength={20}
          {...form.getInputProps('short_name')}
        />
        <Checkbox
          label={t('groups.public')}
          description={t('groups.publicHow')}
          {...form.getInputProps('is_public', { type: 'checkbox' })}
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
