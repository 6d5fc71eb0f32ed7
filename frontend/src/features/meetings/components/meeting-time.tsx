import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import { expectedEnd, timingOf } from '../meeting-clock';
import classes from './chair.module.css';
import { useServerNow } from './elapsed';
import { TimeLeft } from './time-left';

const QUARTER_MS = 15 * 60_000;

/** The time of the whole meeting, and when it will be over if the rest goes as planned. */
export function MeetingTime({ live }: { live: LiveMeeting }) {
  const { t, i18n } = useTranslation('meetings');
  const { state, ends_by_itself_at: endsByItself } = live.snapshot;
  const now = useServerNow(live.clockOffset);
  const atClock = (moment: number) =>
    new Intl.DateTimeFormat(i18n.language, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(moment);
  const isNearlyForgotten = endsByItself && Date.parse(endsByItself) - now < QUARTER_MS;
  return (
    <div className={classes.meetingTime}>
      <TimeLeft timing={timingOf(state, now).whole} />
      <span className={classes.meta}>
        {isNearlyForgotten
          ? t('time.endsByItself', { time: atClock(Date.parse(endsByItself)) })
          : t('time.endsAbout', { time: atClock(expectedEnd(state, now)) })}
      </span>
    </div>
  );
}
