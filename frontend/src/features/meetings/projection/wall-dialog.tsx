import { Divider, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeShown } from '../joining/code-shown';
import type { Meeting, Place } from '../queries';
import { ProjectorSettings } from './projector-settings';

interface WallDialogProps {
  place: Place;
  meeting: Meeting;
  isOpen: boolean;
  onClose: () => void;
}

/** How people join, and what the room sees: for the chair, at hand while the meeting runs. */
export function WallDialog({ place, meeting, isOpen, onClose }: WallDialogProps) {
  const { t } = useTranslation('meetings');
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened={isOpen}
      onClose={onClose}
      title={t('projector.dialog')}
      size="lg"
    >
      <Stack gap="lg">
        <CodeShown place={place} meeting={meeting} />
        <Divider />
        <ProjectorSettings place={place} />
      </Stack>
    </Modal>
  );
}
