import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { useCommand } from '../queries';

interface EndMeetingProps {
  isOpen: boolean;
  onClose: () => void;
  command: Pick<ReturnType<typeof useCommand>, 'send' | 'error'>;
}

/** Asks before the meeting is ended for everybody, since that cannot be undone. */
export function EndMeeting({ isOpen, onClose, command }: EndMeetingProps) {
  const { t } = useTranslation('meetings');
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened={isOpen}
      onClose={onClose}
      title={t('chair.endTitle')}
    >
      <Text>{t('chair.endWords')}</Text>
      <Group mt="md">
        <Button color="red" onClick={() => command.send({ type: 'end' }, onClose)}>
          {t('chair.endYes')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('chair.endNo')}
        </Button>
      </Group>
      {command.error && <ProblemNotice error={command.error} />}
    </Modal>
  );
}
