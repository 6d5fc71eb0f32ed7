import { Button, Checkbox, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { LiveMeeting } from '../live';
import { MicrophoneChoice } from './microphone-choice';
import { PeopleAsked } from './people-asked';
import classes from './red-light.module.css';
import { roomOptionsQuery } from './room-server';
import { notAgreed, recordRoom } from './use-room-recorder';

interface RecordFormProps {
  live: LiveMeeting;
  memberId: string;
  /** Another browser recorded, and nothing comes from it any more. */
  takesOver: boolean;
}

/** Before the red light goes on: everybody agreed, a microphone that hears, and captions or not. */
export function RecordForm({ live, memberId, takesOver }: RecordFormProps) {
  const { t } = useTranslation('meetings');
  const { data: options } = useQuery(roomOptionsQuery(live.place));
  const [deviceId, setDeviceId] = useState<string>();
  const [hasAsked, setHasAsked] = useState(false);
  const [wantsCaptions, setWantsCaptions] = useState(true);
  const start = useMutation({
    mutationFn: () =>
      recordRoom(live.place, {
        deviceId,
        hasCaptions: wantsCaptions && options?.has_captions === true,
        takesOver,
      }),
  });
  const isAgreed = notAgreed(live, memberId).length === 0;
  return (
    <Stack gap="md">
      <p className={classes.lead}>{t('room.lead')}</p>
      <PeopleAsked live={live} memberId={memberId} />
      <Checkbox
        label={t('room.asked')}
        checked={hasAsked}
        onChange={({ currentTarget }) => setHasAsked(currentTarget.checked)}
      />
      <MicrophoneChoice deviceId={deviceId} onChoose={setDeviceId} />
      {options?.has_captions ? (
        <Checkbox
          label={t('room.captions.want')}
          description={t('room.captions.wantHow')}
          checked={wantsCaptions}
          onChange={({ currentTarget }) => setWantsCaptions(currentTarget.checked)}
        />
      ) : (
        <p className={classes.lead}>{t('room.captions.cannot')}</p>
      )}
      {start.error && <ProblemNotice error={start.error} />}
      {start.data && (
        <p role="alert" className={classes.trouble}>
          {t(`room.microphone.${start.data}`)}
        </p>
      )}
      <Button
        disabled={!isAgreed || !hasAsked}
        loading={start.isPending}
        onClick={() => start.mutate()}
      >
        {t(takesOver ? 'room.takeOver' : 'room.start')}
      </Button>
    </Stack>
  );
}
