import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import type { AgendaPoint, Meeting } from '../queries';
import classes from './session.module.css';

interface LobbyProps {
  meeting: Meeting;
  agenda: readonly AgendaPoint[];
  children: ReactNode;
}

/** Before the start: when it begins, what will be discussed, who is here, and who sees what. */
export function Lobby({ meeting, agenda, children }: LobbyProps) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.lobby}>
      <h2>{t('lobby.title')}</h2>
      <p>
        {meeting.planned_for && <Moment at={meeting.planned_for} style="long" />}
        {meeting.planned_for && meeting.place && ' · '}
        {meeting.place}
      </p>
      <p>{t('lobby.wait')}</p>
      <p className={classes.notice}>{t('lobby.seen')}</p>
      <section>
        <h3>{t('lobby.agenda')}</h3>
        <AgendaList agenda={agenda} />
      </section>
      {children}
    </div>
  );
}

/** The points of an agenda with their time. */
export function AgendaList({ agenda }: { agenda: readonly AgendaPoint[] }) {
  const { t } = useTranslation('meetings');
  if (agenda.length === 0) {
    return <p className={classes.quiet}>{t('meeting.noAgenda')}</p>;
  }
  return (
    <ol className={classes.points}>
      {agenda.map((item) => (
        <li key={item.id}>
          <span>{item.title}</span>{' '}
          <span className={classes.quiet}>
            {t(`kinds.${item.kind}`)} · {t('meeting.minutes', { count: item.minutes })}
          </span>
        </li>
      ))}
    </ol>
  );
}
