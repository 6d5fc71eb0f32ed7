import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { Elapsed } from '../components/elapsed';
import type { LiveMeeting } from '../live';
import { useCommand } from '../queries';
import { myAnswer } from './consent-card';
import { LevelMeter } from './level-meter';
import { PeopleAsked } from './people-asked';
import { RecordForm } from './record-form';
import classes from './red-light.module.css';
import { PIECE_MS, type RecorderView } from './room-recorder';
import { roomOptionsQuery } from './room-server';
import { notAgreed, useRecorderView } from './use-room-recorder';

interface RecordingProps {
  live: LiveMeeting;
  memberId: string;
}

/** The recording that runs: is the microphone heard, is all of it safe, and how to end it. */
export function Recording({ live, memberId }: RecordingProps) {
  const { t } = useTranslation('meetings');
  const { recording, people, paused_at: pausedAt } = live.snapshot.state;
  const view = useRecorderView();
  const command = useCommand(live.place);
  const isOurs = recording !== null && recording.id === view.roomId;
  const name = recording?.by ? people[recording.by]?.name : undefined;
  const isMuted = Boolean(pausedAt) || notAgreed(live, memberId).length > 0;
  return (
    <Stack gap="md">
      {recording && (
        <p className={classes.lead}>
          {isOurs ? t('room.yours') : t('room.others', { name: name ?? t('room.somebody') })}{' '}
          <Elapsed since={recording.since} clockOffset={live.clockOffset} />
        </p>
      )}
      {isOurs && view.stream && <LevelMeter stream={view.stream} />}
      {recording && isMuted && (
        <p role="status" className={classes.trouble}>
          {t(pausedAt ? 'room.mutedBreak' : 'room.mutedConsent')}
        </p>
      )}
      {recording && <PeopleAsked live={live} memberId={memberId} />}
      <Safety view={view} />
      {command.error && <ProblemNotice error={command.error} />}
      {recording && (
        <Button onClick={() => command.send({ type: 'stop_recording' })}>{t('room.stop')}</Button>
      )}
      {recording && !isOurs && myAnswer(live, memberId) === true && (
        <Button
          variant="default"
          onClick={() => command.send({ type: 'answer_recording', agrees: false })}
        >
          {t('room.takeBack')}
        </Button>
      )}
      {recording && !isOurs && <TakeOver live={live} memberId={memberId} />}
    </Stack>
  );
}

/** Where the sound is that has been recorded so far. */
function Safety({ view }: { view: RecorderView }) {
  const { t } = useTranslation('meetings');
  const { waiting, isCutOff, problem } = view.sending;
  const seconds = Math.round((waiting * PIECE_MS) / 1000);
  if (view.phase === 'idle' && !problem) {
    return null;
  }
  return (
    <>
      {view.broke && (
        <p role="alert" className={classes.trouble}>
          {t(`room.broke.${view.broke}`)}
        </p>
      )}
      {problem ? (
        <ProblemNotice error={problem} />
      ) : (
        <p role="status" className={classes.lead}>
          {waiting === 0
            ? t('room.safe')
            : t(isCutOff ? 'room.cutOff' : 'room.sending', { count: seconds })}
        </p>
      )}
    </>
  );
}

/** A recorder that has gone: said by the server, which knows when the last sound came. */
function TakeOver({ live, memberId }: RecordingProps) {
  const { t } = useTranslation('meetings');
  const [isOpen, setIsOpen] = useState(false);
  const { data: options } = useQuery(roomOptionsQuery(live.place));
  if (!isOpen) {
    return (
      <Button variant="subtle" onClick={() => setIsOpen(true)}>
        {t('room.goneHow')}
      </Button>
    );
  }
  return options ? <RecordForm live={live} memberId={memberId} takesOver /> : null;
}
