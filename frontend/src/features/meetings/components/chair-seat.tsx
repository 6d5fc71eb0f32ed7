import { Button } from '@mantine/core';
import { IconArmchair } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import type { LiveMeeting } from '../live';
import type { useCommand } from '../queries';
import classes from './chair.module.css';
import { useServerNow } from './elapsed';
import { HandButton } from './hand-button';

const OTHERS_WAIT = 2;

interface ChairSeatProps {
  live: LiveMeeting;
  memberId: string;
  command: ReturnType<typeof useCommand>;
}

/** For those who may chair and do not: who holds the chair, and when it can be taken over. */
export function ChairSeat({ live, memberId, command }: ChairSeatProps) {
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const now = useServerNow(live.clockOffset);
  const wait = secondsToWait(live, memberId, now);
  const name = state.chair ? (state.people[state.chair.member_id]?.name ?? '') : '';
  return (
    <div className={classes.seat} role="status">
      <span>
        {!state.chair && t('seat.nobody')}
        {state.chair && wait === null && t('seat.held', { name })}
        {state.chair && wait !== null && t('seat.gone', { name })}
      </span>
      <span className={classes.foot}>
        {wait !== null && (
          <Button
            size="sm"
            disabled={wait > 0}
            leftSection={<IconArmchair size={18} aria-hidden />}
            onClick={() => command.send({ type: 'take_chair' })}
          >
            {wait > 0 ? t('seat.takeIn', { time: clockTime(wait) }) : t('seat.take')}
          </Button>
        )}
        <HandButton state={state} memberId={memberId} command={command} />
      </span>
    </div>
  );
}

/** Seconds until this person may take the chair; null while its holder is here. */
function secondsToWait(live: LiveMeeting, memberId: string, now: number): number | null {
  const { state, here, chair_seen_at: seenAt, chair_away_seconds: patience } = live.snapshot;
  const { chair, deputy_id: deputyId } = state;
  if (!chair) {
    return 0;
  }
  if (here.some(({ id }) => id === chair.member_id)) {
    return null;
  }
  const awaySince = Math.max(Date.parse(chair.since), seenAt ? Date.parse(seenAt) : 0);
  const isDeputy = deputyId === null || deputyId === memberId;
  const free = awaySince + patience * 1000 * (isDeputy ? 1 : OTHERS_WAIT);
  return Math.max(0, Math.ceil((free - now) / 1000));
}
