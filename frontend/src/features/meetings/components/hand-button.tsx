import { Button } from '@mantine/core';
import { IconHandOff, IconHandStop, IconMicrophoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveState, useCommand } from '../queries';
import classes from './session.module.css';

interface HandButtonProps {
  state: LiveState;
  memberId: string;
  command: ReturnType<typeof useCommand>;
}

/** Asks for the floor, takes the hand down, or gives the floor back: always the one that fits. */
export function HandButton({ state, memberId, command }: HandButtonProps) {
  const { t } = useTranslation('meetings');
  const place = state.hands.findIndex((hand) => hand.member_id === memberId) + 1;
  const common = { size: 'md', loading: command.isPending, className: classes.dockButton ?? '' };
  if (state.floor?.member_id === memberId) {
    return (
      <Button
        {...common}
        leftSection={<IconMicrophoneOff size={20} aria-hidden />}
        onClick={() => command.send({ type: 'end_floor' })}
      >
        {t('floor.finish')}
      </Button>
    );
  }
  if (place > 0) {
    return (
      <Button
        {...common}
        variant="default"
        className={`${classes.dockButton} ${classes.tinted}`}
        leftSection={<IconHandOff size={20} aria-hidden />}
        onClick={() => command.send({ type: 'withdraw_hand' })}
      >
        {t('hand.withdraw')}
      </Button>
    );
  }
  return (
    <Button
      {...common}
      variant="default"
      leftSection={<IconHandStop size={20} aria-hidden />}
      onClick={() => command.send({ type: 'raise_hand' })}
    >
      {t('hand.raise')}
    </Button>
  );
}
