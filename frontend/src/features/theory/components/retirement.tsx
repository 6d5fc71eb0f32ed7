import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type MechanismDetail, useRetirement } from '../queries';

interface RetirementProps {
  studyId: string;
  mechanism: Pick<MechanismDetail, 'id' | 'status'>;
}

/** Ends a mechanism with a reason, or takes that back. */
export function Retirement({ studyId, mechanism }: RetirementProps) {
  const { t } = useTranslation('theory');
  const { retire, reinstate } = useRetirement(studyId, mechanism.id);
  const [isOpen, { open, close }] = useDisclosure(false);
  const [note, setNote] = useState('');
  if (mechanism.status === 'retired') {
    return (
      <Button variant="default" loading={reinstate.isPending} onClick={() => reinstate.mutate()}>
        {t('mechanism.reinstate')}
      </Button>
    );
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('mechanism.retire')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('mechanism.retire')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          <Textarea
            label={t('mechanism.retireWhy')}
            description={t('mechanism.retireHow')}
            data-autofocus
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {retire.error && <ProblemNotice error={retire.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              loading={retire.isPending}
              onClick={() => retire.mutate(note, { onSuccess: close })}
            >
              {t('mechanism.retire')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
