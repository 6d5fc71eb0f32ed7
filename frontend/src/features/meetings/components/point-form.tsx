import { Button, Modal, NativeSelect, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { statusOf } from '../meeting-clock';
import type { AgendaPoint, Command, LiveState } from '../queries';
import { KIND_NAMES } from './kinds';

/** A mechanism that can be put on an agenda. */
export interface MechanismChoice {
  versionId: string;
  title: string;
}

interface PointFormProps {
  isOpen: boolean;
  mechanisms: readonly MechanismChoice[];
  state: LiveState;
  onClose: () => void;
  send: (command: Command, onDone: () => void) => void;
}

/** Adds a point to the agenda while the meeting runs. */
export function PointForm({ isOpen, mechanisms, state, onClose, send }: PointFormProps) {
  const { t } = useTranslation('meetings');
  const form = useForm({
    initialValues: {
      title: '',
      versionId: null as string | null,
      minutes: 10,
      kind: 'discuss' as AgendaPoint['kind'],
      before: '',
    },
    validate: {
      title: (title, { versionId }) => (title.trim() || versionId ? null : t('chair.needsTitle')),
    },
  });
  const toCome = state.agenda.filter(({ id }) => statusOf(state, id) === 'to_come');
  const submit = form.onSubmit(({ title, versionId, minutes, kind, before }) => {
    const place = toCome.some(({ id }) => id === before) ? before : null;
    const point = { title, version_id: versionId, minutes, kind, before: place };
    send({ type: 'add_item', ...point }, () => {
      form.reset();
      onClose();
    });
  });
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
          <NativeSelect
            label={t('plan.kind')}
            data={KIND_NAMES.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            {...form.getInputProps('kind')}
          />
          <NativeSelect
            label={t('point.where')}
            data={[
              ...toCome.map(({ id, title }) => ({
                value: id,
                label: t('point.before', { title }),
              })),
              { value: '', label: t('point.atEnd') },
            ]}
            {...form.getInputProps('before')}
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
