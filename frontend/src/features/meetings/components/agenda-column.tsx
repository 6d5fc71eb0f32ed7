import { Button, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import type { LiveMeeting } from '../live';
import type { AgendaPoint } from '../queries';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import { useElapsed } from './elapsed';
import { ScrollArea } from './scroll-area';

interface AgendaColumnProps {
  live: LiveMeeting;
  onPresent: (item: AgendaPoint) => void;
  onNext: (() => void) | undefined;
  onAdd: () => void;
}

/** The agenda: one press puts a point on show; the time it has taken stands beside its plan. */
export function AgendaColumn({ live, onPresent, onNext, onAdd }: AgendaColumnProps) {
  const { t } = useTranslation('meetings');
  const { agenda, shown, phase } = live.snapshot.state;
  const isLive = phase === 'live';
  return (
    <ScrollArea className={classes.column ?? ''} label={t('chair.agenda')}>
      <h2>{t('chair.agenda')}</h2>
      <ol className={classes.agenda}>
        {agenda.map((item, index) => {
          const isShown = item.id === shown?.item_id;
          return (
            <li key={item.id}>
              <UnstyledButton
                className={classes.point}
                aria-current={isShown}
                disabled={!isLive || isShown}
                onClick={() => onPresent(item)}
              >
                <span className={classes.number}>{index + 1}</span>
                <span>
                  {!isShown && <VisuallyHidden>{t('chair.present')} </VisuallyHidden>}
                  {item.title}
                </span>
                <span className={classes.pointMeta}>
                  {isShown && shown ? (
                    <TimeTaken live={live} since={shown.since} minutes={item.minutes} />
                  ) : (
                    t('meeting.minutes', { count: item.minutes })
                  )}
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
      {isLive && (
        <div className={classes.foot}>
          <Button size="sm" disabled={!onNext} onClick={onNext} rightSection={<Key>n</Key>}>
            {t('chair.next')}
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            rightSection={<Key>a</Key>}
            onClick={onAdd}
          >
            {t('chair.addPoint')}
          </Button>
        </div>
      )}
    </ScrollArea>
  );
}

interface TimeTakenProps {
  live: LiveMeeting;
  since: string;
  minutes: number;
}

function TimeTaken({ live, since, minutes }: TimeTakenProps) {
  const { t } = useTranslation('meetings');
  const seconds = useElapsed(since, live.clockOffset);
  const isOver = seconds > minutes * 60;
  return (
    <span className={isOver ? classes.over : undefined} aria-live="off">
      {t('chair.onShow')} · {t('chair.timeOf', { time: clockTime(seconds), minutes })}
      {isOver && ` · ${t('chair.over')}`}
    </span>
  );
}
