import { IconCircleCheck, IconCircleX, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import classes from './session.module.css';

const ICONS = {
  live: IconCircleCheck,
  connecting: IconRefresh,
  'catching-up': IconRefresh,
  waiting: IconPlugConnectedX,
  refused: IconCircleX,
  outdated: IconCircleX,
  closed: IconPlugConnectedX,
} as const;

/** Says honestly what this browser knows: connected, or since when it has heard nothing. */
export function ConnectionLine({ live }: { live: LiveMeeting }) {
  const { t } = useTranslation('meetings');
  const Icon = ICONS[live.status];
  const time = new Date(live.lastNews).toLocaleTimeString('en-GB');
  return (
    <span role="status" className={classes.connection} data-status={live.status}>
      <Icon size={18} aria-hidden />
      {t(`status.${live.status}`, { time })}
    </span>
  );
}
