import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { GroupMark, groupColour } from '@/ui/marks/group-mark';
import { type GroupVoice, voicesOf } from '../airtime';
import type { LiveMeeting } from '../live';
import type { StakeholderGroup } from '../queries';
import classes from './chair.module.css';
import { useServerNow } from './elapsed';

interface AirtimeProps {
  live: LiveMeeting;
  groups: readonly StakeholderGroup[];
}

/** For how long each group has spoken so far, beside its share of the people. */
export function Airtime({ live, groups }: AirtimeProps) {
  const { t } = useTranslation('meetings');
  const now = useServerNow(live.clockOffset);
  const voices = voicesOf(live.snapshot.state, groups, now);
  const quietest = leastHeard(voices);
  return (
    <section className={classes.block}>
      <h3>{quietest ? t('airtime.least', { group: quietest.group.name }) : t('airtime.title')}</h3>
      <ul className={classes.voices} aria-live="off">
        {voices.map(({ group, seconds, shareOfTime, shareOfPeople }) => (
          <li key={group.id}>
            <span className={classes.voiceName}>
              <GroupMark position={group.position} name={group.name} />
            </span>
            <span className="notation">{clockTime(seconds)}</span>
            <svg
              viewBox="0 0 100 2"
              preserveAspectRatio="none"
              className={classes.voiceLine}
              role="img"
            >
              <title>
                {t('airtime.shares', {
                  time: percent(shareOfTime),
                  people: percent(shareOfPeople),
                })}
              </title>
              <rect width="100" height="2" fill="var(--surface-sunken)" />
              <rect width={100 * shareOfTime} height="2" fill={groupColour(group.position)} />
              <rect x={100 * shareOfPeople - 0.5} width="1" height="2" fill="var(--ink)" />
            </svg>
          </li>
        ))}
      </ul>
      <p className={classes.meta}>{t('airtime.legend')}</p>
    </section>
  );
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** The group that is furthest behind its share of the people, once somebody has spoken. */
function leastHeard(voices: readonly GroupVoice[]): GroupVoice | undefined {
  const behind = voices.filter((voice) => voice.shareOfTime < voice.shareOfPeople);
  const isSpoken = voices.some(({ seconds }) => seconds >= 60);
  return isSpoken
    ? behind.sort(
        (one, other) =>
          one.shareOfTime - one.shareOfPeople - (other.shareOfTime - other.shareOfPeople),
      )[0]
    : undefined;
}
