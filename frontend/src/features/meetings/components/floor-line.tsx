import { IconHandStop, IconMicrophone, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import { speakersToCome } from '../queue';
import { Elapsed } from './elapsed';
import classes from './session.module.css';

/** Who has the floor and for how long, and my own place in the queue. */
export function FloorLine({ live, memberId }: { live: LiveMeeting; memberId: string }) {
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const { floor, people, paused_at: pausedAt } = state;
  const queue = speakersToCome(state);
  const place = queue.findIndex((hand) => hand.member_id === memberId) + 1;
  const kind = queue[place - 1]?.kind ?? 'speak';
  const isMine = floor?.member_id === memberId;
  const name = floor ? people[floor.member_id]?.name : undefined;
  return (
    <div className={classes.floorLine} data-mine={isMine || undefined}>
      {pausedAt ? (
        <span className={classes.floorWords}>
          <IconPlayerPause size={20} aria-hidden />
          <span>
            {t('pause.is')} <Elapsed since={pausedAt} clockOffset={live.clockOffset} />
          </span>
        </span>
      ) : (
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
      )}
      {place > 0 && (
        <span className={classes.floorWords}>
          <IconHandStop size={20} aria-hidden />
          {kind === 'speak' ? t('hand.up') : t('hand.upFor', { kind: t(`hand.kinds.${kind}`) })},{' '}
          {t('hand.place', { place })}
        </span>
      )}
    </div>
  );
}
