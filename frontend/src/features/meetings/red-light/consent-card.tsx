import { Button, Group } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { LiveMeeting } from '../live';
import classes from './red-light.module.css';
import { useAnswer } from './use-answer';

/** What I answered: those who may record have it from the log, everybody else from their own state. */
export function myAnswer({ snapshot }: LiveMeeting, memberId: string): boolean | null {
  return snapshot.state.recording_answers[memberId] ?? snapshot.my_recording_answer;
}

/** True for somebody who must say whether they agree before they see anything else. */
export function mustAnswer(live: LiveMeeting, memberId: string): boolean {
  const { recording, phase } = live.snapshot.state;
  const isOthers = recording !== null && recording.by !== memberId;
  return phase === 'live' && isOthers && myAnswer(live, memberId) !== true;
}

/** Asks one person whether they agree to being recorded, and keeps the way back open. */
export function ConsentCard({ live, memberId }: { live: LiveMeeting; memberId: string }) {
  const { t } = useTranslation('meetings');
  const heading = useId();
  const answer = useAnswer(live.place);
  const { recording, recording_asked_at: askedAt, phase, people } = live.snapshot.state;
  const mine = myAnswer(live, memberId);
  const isRunning = mustAnswer(live, memberId);
  const isAsked = phase === 'live' && askedAt !== null && recording === null && mine === null;
  if (!isRunning && !isAsked) {
    return null;
  }
  const name = (recording?.by && people[recording.by]?.name) ?? t('room.somebody');
  const hasSaidNo = isRunning && mine === false;
  return (
    <section aria-labelledby={heading} className={classes.consent}>
      <h2 id={heading}>{t(isRunning ? 'room.consent.running' : 'room.consent.title')}</h2>
      {isRunning && <p>{t('room.consent.by', { name })}</p>}
      <p>{t('room.consent.what')}</p>
      <p>{t('room.consent.free')}</p>
      {isRunning && (
        <p>
          <strong>{t(hasSaidNo ? 'room.consent.saidNo' : 'room.consent.muted')}</strong>
        </p>
      )}
      <Group gap="sm">
        <Button size="md" loading={answer.isPending} onClick={() => answer.say(true)}>
          {t('room.consent.yes')}
        </Button>
        {!hasSaidNo && (
          <Button
            size="md"
            variant="default"
            loading={answer.isPending}
            onClick={() => answer.say(false)}
          >
            {t('room.consent.no')}
          </Button>
        )}
      </Group>
      {answer.error && <ProblemNotice error={answer.error} />}
    </section>
  );
}
