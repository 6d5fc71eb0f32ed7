import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import { statusOf } from '../meeting-clock';
import type { Command } from '../queries';
import { AgendaLine } from './agenda-line';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import { MeetingTime } from './meeting-time';
import { ScrollArea } from './scroll-area';

interface AgendaColumnProps {
  live: LiveMeeting;
  canAct: boolean;
  send: (command: Command) => void;
  onNext: (() => void) | undefined;
  onAdd: () => void;
  onTime: (itemId: string) => void;
}

/** The agenda: what is on show, what is to come, what was left out, and the time of it all. */
export function AgendaColumn({ live, canAct, send, onNext, onAdd, onTime }: AgendaColumnProps) {
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const toCome = state.agenda.filter(({ id }) => statusOf(state, id) === 'to_come');
  return (
    <section className={classes.column} aria-label={t('chair.agenda')}>
      <h2>{t('chair.agenda')}</h2>
      {state.phase === 'live' && <MeetingTime live={live} />}
      <ScrollArea className={classes.fill ?? ''} label={t('chair.points')}>
        <ol className={classes.agenda}>
          {state.agenda.map((item, index) => (
            <AgendaLine
              key={item.id}
              live={live}
              item={item}
              number={index + 1}
              toCome={toCome}
              canAct={canAct}
              send={send}
              onTime={onTime}
            />
          ))}
        </ol>
      </ScrollArea>
      {canAct && (
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
    </section>
  );
}
