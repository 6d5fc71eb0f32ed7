import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronUp, IconHandOff, IconHandStop, IconMicrophoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveState, useCommand } from '../queries';
import classes from './session.module.css';

interface HandButtonProps {
  state: LiveState;
  memberId: string;
  command: ReturnType<typeof useCommand>;
}

const OTHER_KINDS = ['answer', 'order'] as const;

/** Asks for the floor, takes the hand down, or gives the floor back: always the one that fits. */
export function HandButton({ state, memberId, command }: HandButtonProps) {
  const { t } = useTranslation('meetings');
  const isUp = state.hands.some((hand) => hand.member_id === memberId);
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
  if (isUp) {
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
    <span className={classes.split}>
      <Button
        {...common}
        variant="default"
        leftSection={<IconHandStop size={20} aria-hidden />}
        onClick={() => command.send({ type: 'raise_hand', kind: 'speak' })}
      >
        {t('hand.raise')}
      </Button>
      <Menu position="top-end">
        <Menu.Target>
          <ActionIcon
            variant="default"
            className={classes.splitMore ?? ''}
            aria-label={t('hand.other')}
          >
            <IconChevronUp size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {OTHER_KINDS.map((kind) => (
            <Menu.Item
              key={kind}
              className={classes.kind ?? ''}
              onClick={() => command.send({ type: 'raise_hand', kind })}
            >
              <strong>{t(`hand.kinds.${kind}`)}</strong>
              <br />
              {t(`hand.hints.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
