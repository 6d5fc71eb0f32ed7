import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconArmchair } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import { type Command, chairsQuery } from '../queries';

interface HandOverProps {
  isOpen: boolean;
  live: LiveMeeting;
  memberId: string;
  onClose: () => void;
  send: (command: Command, onDone: () => void) => void;
}

/** Hands the chair to somebody who is here and may chair. */
export function HandOver({ isOpen, live, memberId, onClose, send }: HandOverProps) {
  const { t } = useTranslation('meetings');
  const { here, state } = live.snapshot;
  const isHere = new Set(here.map(({ id }) => id));
  const { data: chairs = [] } = useQuery({ ...chairsQuery(live.place.studyId), enabled: isOpen });
  const others = chairs.filter(({ id }) => id !== memberId && isHere.has(id));
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      opened={isOpen}
      onClose={onClose}
      title={t('seat.handOver')}
    >
      <Stack gap="sm">
        <Text>{others.length > 0 ? t('seat.handHow') : t('seat.nobodyElse')}</Text>
        {others.map(({ id, name }) => (
          <Button
            key={id}
            variant="default"
            justify="flex-start"
            leftSection={<IconArmchair size={18} aria-hidden />}
            onClick={() => send({ type: 'hand_chair', member_id: id }, onClose)}
          >
            {t('seat.hand', { name })}
            {id === state.deputy_id && ` ${t('seat.isDeputy')}`}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
