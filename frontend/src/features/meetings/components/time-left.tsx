import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import type { Timing } from '../meeting-clock';
import classes from './chair.module.css';

const MINUTE_MS = 60_000;

/** How much of a time is left or over, in whole minutes. */
export function leftWords(t: TFunction<'meetings'>, { used, planned }: Timing): string {
  const left = planned - used;
  if (left <= -MINUTE_MS) {
    return t('time.over', { count: Math.floor(-left / MINUTE_MS) });
  }
  if (left < 0) {
    return t('time.up');
  }
  return left < MINUTE_MS
    ? t('time.lastMinute')
    : t('time.left', { count: Math.floor(left / MINUTE_MS) });
}

/** Time used and time left, as a line that fills and in words. */
export function TimeLeft({ timing }: { timing: Timing }) {
  const { t } = useTranslation('meetings');
  const { used, planned } = timing;
  const isOver = used > planned;
  const share = planned > 0 ? Math.min(1, used / planned) : 1;
  return (
    <span className={classes.time} data-over={isOver || undefined} aria-live="off">
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" className={classes.timeLine} aria-hidden>
        <title>{t('time.used')}</title>
        <rect width="100" height="1" fill="var(--line)" />
        <rect
          width={100 * share}
          height="1"
          fill={isOver ? 'var(--danger-ink)' : 'var(--accent)'}
        />
      </svg>
      <span>
        {t('time.of', {
          time: clockTime(used / 1000),
          minutes: Math.round(planned / MINUTE_MS),
        })}{' '}
        · <strong>{leftWords(t, timing)}</strong>
      </span>
    </span>
  );
}
