import { ActionIcon, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconClockEdit,
  IconClockPause,
  IconPlayerSkipForward,
  IconRestore,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import type { LiveMeeting } from '../live';
import { statusOf, timingOf, usedMs } from '../meeting-clock';
import type { AgendaPoint, Command } from '../queries';
import classes from './chair.module.css';
import { useServerNow } from './elapsed';
import { TimeLeft } from './time-left';

interface AgendaLineProps {
  live: LiveMeeting;
  item: AgendaPoint;
  number: number;
  /** The points still to come, in order. */
  toCome: readonly AgendaPoint[];
  canAct: boolean;
  send: (command: Command) => void;
  onTime: (itemId: string) => void;
}

/** A point of the agenda: one press puts it on show; beside it what else can be done with it. */
export function AgendaLine(props: AgendaLineProps) {
  const { live, item, number, toCome, canAct, send, onTime } = props;
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const status = statusOf(state, item.id);
  return (
    <li className={classes.line} data-status={status}>
      <UnstyledButton
        className={classes.point}
        aria-current={status === 'shown'}
        disabled={!canAct || status === 'shown'}
        onClick={() => send({ type: 'present', item_id: item.id })}
      >
        <span className={classes.number}>
          {status === 'done' ? <IconCheck size={16} aria-label={t('point.done')} /> : number}
        </span>
        <span>
          {canAct && status !== 'shown' && <VisuallyHidden>{t('chair.present')} </VisuallyHidden>}
          <span className={classes.pointTitle}>{item.title}</span>
        </span>
        <span className={classes.pointMeta}>
          {status === 'shown' && state.phase !== 'ended' ? (
            <PointTime live={live} />
          ) : (
            <>
              {t(`kinds.${item.kind}`)} ·{' '}
              {status === 'done' || status === 'shown'
                ? t('point.took', { time: clockTime(usedMs(state, item.id, 0) / 1000) })
                : t('meeting.minutes', { count: item.minutes })}
              {status === 'skipped' && ` · ${t('point.skipped')}`}
            </>
          )}
        </span>
      </UnstyledButton>
      {canAct && <LineActions {...{ item, status, toCome, send, onTime }} />}
    </li>
  );
}

function PointTime({ live }: { live: LiveMeeting }) {
  const { point } = timingOf(live.snapshot.state, useServerNow(live.clockOffset));
  return point && <TimeLeft timing={point} />;
}

interface LineActionsProps extends Pick<AgendaLineProps, 'item' | 'toCome' | 'send' | 'onTime'> {
  status: ReturnType<typeof statusOf>;
}

function LineActions({ item, status, toCome, send, onTime }: LineActionsProps) {
  const { t } = useTranslation('meetings');
  const { id, title } = item;
  const time = (
    <Small label={t('point.time', { title })} onClick={() => onTime(id)}>
      <IconClockEdit size={16} />
    </Small>
  );
  if (status !== 'to_come') {
    const isShown = status === 'shown';
    // a point that was skipped comes next; one that was on show comes again at the end
    const before = status === 'skipped' ? (toCome[0]?.id ?? null) : null;
    return (
      <span className={classes.lineActions}>
        {isShown && time}
        <Small
          label={t(isShown ? 'point.later' : 'point.putBack', { title })}
          onClick={() => send({ type: 'put_back', item_id: id, before })}
        >
          {isShown ? <IconClockPause size={16} /> : <IconRestore size={16} />}
        </Small>
      </span>
    );
  }
  const place = toCome.findIndex((point) => point.id === id);
  const move = (before: string | null) => send({ type: 'move_item', item_id: id, before });
  return (
    <span className={classes.lineActions}>
      {time}
      <Small
        label={t('point.up', { title })}
        disabled={place === 0}
        onClick={() => move(toCome[place - 1]?.id ?? null)}
      >
        <IconArrowUp size={16} />
      </Small>
      <Small
        label={t('point.down', { title })}
        disabled={place === toCome.length - 1}
        onClick={() => move(toCome[place + 2]?.id ?? null)}
      >
        <IconArrowDown size={16} />
      </Small>
      <Small label={t('point.skip', { title })} onClick={() => send({ type: 'skip', item_id: id })}>
        <IconPlayerSkipForward size={16} />
      </Small>
    </span>
  );
}

interface SmallProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Small({ label, disabled = false, onClick, children }: SmallProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className={classes.small ?? ''}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
