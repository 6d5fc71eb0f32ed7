import { Button, Divider, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPresentation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CodeShown } from '../joining/code-shown';
import type { Meeting, Place } from '../queries';
import { ProjectorSettings } from './projector-settings';

/** How people join, and what the room sees: for the chair, at hand while the meeting runs. */
export function WallDialog({ place, meeting }: { place: Place; meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPresentation size={18} aria-hidden />}
        onClick={open}
      >
        {t('projector.button')}
      </Button>
      <Modal
        closeButtonProps={{ 'aria-label': t('close') }}
        opened={isOpen}
        onClose={close}
        title={t('projector.dialog')}
        size="lg"
      >
        <Stack gap="lg">
          <CodeShown place={place} meeting={meeting} />
          <Divider />
          <ProjectorSettings place={place} />
        </Stack>
      </Modal>
    </>
  );
}
