import { Button, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Command } from '../queries';

/** A mechanism that can be put on an agenda. */
export interface MechanismChoice {
  versionId: string;
  title: string;
}

interface PointFormProps {
  isOpen: boolean;
  mechanisms: readonly MechanismChoice[];
  onClose: () => void;
  send: (command: Command, onDone: () => void) => void;
}

/** Adds a point to the agenda while the meeting runs. */
export function PointForm({ isOpen, mechanisms, onClose, send }: PointFormProps) {
  const { t } = useTranslation('meetings');
  const form = useForm({
    initialValues: { title: '', versionId: null as string | null, minutes: 10 },
    validate: {
      title: (title, { versionId }) => (title.trim() || versionId ? null : t('chair.needsTitle')),
    },
  });
  const submit = form.onSubmit(({ title, versionId, minutes }) =>
    send({ type: 'add_item', title, version_id: versionId, minutes }, () => {
      form.reset();
      onClose();
    }),
  );
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened={isOpen}
      onClose={onClose}
      title={t('chair.addTitle')}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {mechanisms.length > 0 && (
            <Select
              label={t('plan.mechanism')}
              clearable
              searchable
              data={mechanisms.map(({ versionId, title }) => ({ value: versionId, label: title }))}
              {...form.getInputProps('versionId')}
            />
          )}
          <TextInput
            data-autofocus
            label={t('chair.pointTitle')}
            description={mechanisms.length > 0 ? t('chair.pointTitleHint') : undefined}
            maxLength={300}
            {...form.getInputProps('title')}
          />
          <NumberInput
            label={t('chair.pointMinutes')}
            min={1}
            max={480}
            {...form.getInputProps('minutes')}
          />
          <Button type="submit">{t('chair.add')}</Button>
        </Stack>
      </form>
    </Modal>
  );
}
