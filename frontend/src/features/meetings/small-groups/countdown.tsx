import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { useElapsed } from '../components/elapsed';
import classes from './small-groups.module.css';

const SOON_SECONDS = 60;

interface CountdownProps {
  sentAt: string;
  endsAt: string;
  clockOffset: number;
  /** Without a ground of its own, inside a button. */
  isPlain?: boolean;
}

/** How much time is left in the small groups; red in words, too, when it is nearly over. */
export function Countdown({ sentAt, endsAt, clockOffset, isPlain = false }: CountdownProps) {
  const { t } = useTranslation('meetings');
  const whole = (Date.parse(endsAt) - Date.parse(sentAt)) / 1000;
  const left = Math.ceil(whole - useElapsed(sentAt, clockOffset));
  const isSoon = left <= SOON_SECONDS;
  return (
    <span
      className={isPlain ? '' : classes.countdown}
      data-soon={isSoon || undefined}
      role="timer"
      aria-live="off"
    >
      {left > 0 ? t('smallGroups.left', { time: clockTime(left) }) : t('smallGroups.over')}
    </span>
  );
}
