import { Button } from '@mantine/core';
import { IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Elapsed } from '../components/elapsed';
import type { LiveMeeting } from '../live';
import type { Command } from '../queries';
import type { SmallGroup } from './queries';
import classes from './small-groups.module.css';

interface GroupFloorProps {
  group: SmallGroup;
  live: LiveMeeting;
  memberId: string;
  /** True for the facilitator and for the chair. */
  mayEnd: boolean;
  send: (command: Command) => void;
}

/** Who speaks in the small group, and for how long. */
export function GroupFloor({ group, live, memberId, mayEnd, send }: GroupFloorProps) {
  const { t } = useTranslation('meetings');
  if (!group.floor) {
    return null;
  }
  const { member_id: speaker, since } = group.floor;
  return (
    <p className={classes.floor}>
      <IconMicrophone size={18} aria-hidden />
      {t(speaker === memberId ? 'floor.mine' : 'floor.has', {
        name: live.snapshot.state.people[speaker]?.name,
      })}
      <Elapsed since={since} clockOffset={live.clockOffset} />
      {mayEnd && speaker !== memberId && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconMicrophoneOff size={16} aria-hidden />}
          onClick={() => send({ type: 'end_small_group_floor', small_group_id: group.id })}
        >
          {t('chair.endTurn')}
        </Button>
      )}
    </p>
  );
}
