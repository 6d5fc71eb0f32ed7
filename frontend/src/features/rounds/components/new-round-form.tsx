import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Round, useCreateRound } from '../queries';

interface NewRoundFormProps {
  studyId: string;
  onCreated: (round: Round) => void;
}

/** The button that makes a draft, and the one thing it must know. */
export function NewRoundForm({ studyId, onCreated }: NewRoundFormProps) {
  const { t } = useTranslation('rounds');
  const [isOpen, { open, close }] = useDisclosure(false);
  const [title, setTitle] = useState('');
  const create = useCreateRound(studyId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ title }, { onSuccess: onCreated });
  };
  return (
    <>
      <Button onClick={open}>{t('list.new')}</Button>
      <Modal opened={isOpen} onClose={close} title={t('list.new')}>
        <form onSubmit={submit}>
          <Stack gap="md">
            {create.error && <ProblemNotice error={create.error} />}
            <TextInput
              label={t('list.name')}
              description={t('list.nameHint')}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              required
              maxLength={300}
              data-autofocus
            />
            <Group justify="flex-end">
              <Button type="submit" loading={create.isPending}>
                {t('list.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
