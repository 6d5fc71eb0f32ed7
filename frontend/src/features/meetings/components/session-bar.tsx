import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import { RedLight } from '../red-light/red-light';
import { ConnectionLine } from './connection-line';
import { Elapsed } from './elapsed';
import classes from './session.module.css';

interface SessionBarProps {
  title: string;
  live: LiveMeeting;
  memberId: string;
  /** The red light is among the buttons. */
  hasOwnLight?: boolean;
  /** The time is told elsewhere on the page. */
  isTimed?: boolean;
  children?: ReactNode;
}

/** The line at the top: which meeting, for how long, and how well this browser follows it. */
export function SessionBar({
  title,
  live,
  memberId,
  hasOwnLight = false,
  isTimed = false,
  children,
}: SessionBarProps) {
  const { t } = useTranslation('meetings');
  const { phase, started_at: startedAt } = live.snapshot.state;
  return (
    <header className={classes.topBar}>
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.barEnd}>
        {phase === 'live' && startedAt && !isTimed && (
          <span className={classes.running} title={t('bar.since', { time: '' })}>
            <Elapsed since={startedAt} clockOffset={live.clockOffset} />
          </span>
        )}
        {!hasOwnLight && <RedLight live={live} memberId={memberId} />}
        <ConnectionLine live={live} />
        {children}
      </div>
    </header>
  );
}
