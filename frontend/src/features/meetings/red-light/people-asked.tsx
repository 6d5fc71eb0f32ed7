import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import { useCommand } from '../queries';
import classes from './red-light.module.css';
import { notAgreed } from './use-room-recorder';

/** Who is here and has not agreed, by name, and a way to ask them. */
export function PeopleAsked({ live, memberId }: { live: LiveMeeting; memberId: string }) {
  const { t } = useTranslation('meetings');
  const { send } = useCommand(live.place);
  const { here, state } = live.snapshot;
  const missing = notAgreed(live, memberId);
  const others = here.filter(({ id }) => id !== memberId);
  if (missing.length === 0) {
    return (
      <p role="status" className={classes.lead}>
        {t('room.people.all', { count: others.length })}
      </p>
    );
  }
  const isOpen = missing.some(({ id }) => state.recording_answers[id] === undefined);
  return (
    <div className={classes.asked}>
      <p role="status">{t('room.people.missing', { count: missing.length })}</p>
      <ul className={classes.people}>
        {missing.map(({ id, name }) => (
          <li key={id}>
            <strong>{name}</strong>{' '}
            {t(state.recording_answers[id] === false ? 'room.people.no' : 'room.people.open')}
          </li>
        ))}
      </ul>
      {isOpen && state.recording === null && (
        <Button variant="default" onClick={() => send({ type: 'ask_recording' })}>
          {t(state.recording_asked_at ? 'room.people.askAgain' : 'room.people.ask')}
        </Button>
      )}
    </div>
  );
}
