import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Key } from '../components/chair-keys';
import type { LiveMeeting } from '../live';
import { Countdown } from './countdown';

interface GroupsButtonProps {
  live: LiveMeeting;
  onOpen: () => void;
}

/** The way to the small groups, with the time left while people are out. */
export function GroupsButton({ live, onOpen }: GroupsButtonProps) {
  const { t } = useTranslation('meetings');
  const division = live.snapshot.state.divisions.at(-1);
  const isOut = division?.sent_at && division.ends_at && !division.recalled_at;
  return (
    <Button
      size="sm"
      variant={isOut ? 'filled' : 'default'}
      leftSection={<IconUsersGroup size={18} aria-hidden />}
      rightSection={<Key>g</Key>}
      onClick={onOpen}
    >
      {t('smallGroups.title')}
      {isOut && division.sent_at && division.ends_at && (
        <>
          {' · '}
          <Countdown
            isPlain
            sentAt={division.sent_at}
            endsAt={division.ends_at}
            clockOffset={live.clockOffset}
          />
        </>
      )}
    </Button>
  );
}
