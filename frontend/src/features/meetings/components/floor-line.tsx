import { IconHandStop, IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import { Elapsed } from './elapsed';
import classes from './session.module.css';

/** Who has the floor and for how long, and my own place in the queue. */
export function FloorLine({ live, memberId }: { live: LiveMeeting; memberId: string }) {
  const { t } = useTranslation('meetings');
  const { floor, hands, people } = live.snapshot.state;
  const place = hands.findIndex((hand) => hand.member_id === memberId) + 1;
  const isMine = floor?.member_id === memberId;
  const name = floor ? people[floor.member_id]?.name : undefined;
  return (
    <div className={classes.floorLine} data-mine={isMine || undefined}>
      <span className={classes.floorWords}>
        <IconMicrophone size={20} aria-hidden />
        {floor ? (
          <span>
            {isMine ? t('floor.mine') : t('floor.has', { name })}{' '}
            <Elapsed since={floor.since} clockOffset={live.clockOffset} />
          </span>
        ) : (
          t('floor.nobody')
        )}
      </span>
      {place > 0 && (
        <span className={classes.floorWords}>
          <IconHandStop size={20} aria-hidden />
          {t('hand.up')}, {t('hand.place', { place })}
        </span>
      )}
    </div>
  );
}
