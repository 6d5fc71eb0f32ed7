import { Button } from '@mantine/core';
import { IconHandOff, IconHandStop, IconMicrophoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import session from '../components/session.module.css';
import type { Command } from '../queries';
import type { SmallGroup } from './queries';

interface GroupHandProps {
  group: SmallGroup;
  memberId: string;
  send: (command: Command) => void;
}

/** One's own hand in the small group: up, down, or the floor given back. */
export function GroupHand({ group, memberId, send }: GroupHandProps) {
  const { t } = useTranslation('meetings');
  const common = { size: 'md', className: session.dockButton ?? '' };
  if (group.floor?.member_id === memberId) {
    return (
      <Button
        {...common}
        leftSection={<IconMicrophoneOff size={20} aria-hidden />}
        onClick={() => send({ type: 'end_small_group_floor', small_group_id: group.id })}
      >
        {t('floor.finish')}
      </Button>
    );
  }
  const isUp = group.hands.some((hand) => hand.member_id === memberId);
  const Icon = isUp ? IconHandOff : IconHandStop;
  return (
    <Button
      {...common}
      variant="default"
      leftSection={<Icon size={20} aria-hidden />}
      onClick={() =>
        send(
          isUp
            ? { type: 'lower_small_group_hand', small_group_id: group.id, member_id: memberId }
            : { type: 'raise_small_group_hand' },
        )
      }
    >
      {t(isUp ? 'hand.withdraw' : 'hand.raise')}
    </Button>
  );
}
