import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { ProblemNotice } from '@/ui/problem-notice';
import { momentsQuery } from '../placing';
import { useRecordingVerbs } from '../queries';
import type { SoundClock } from '../use-player';

const MILLISECOND = 1000;

interface KnownMomentProps {
  studyId: string;
  recordingId: string;
  meetingId: string;
  /** Where the player is: the second at which the moment is heard. */
  clock: SoundClock;
}

/** Puts a recording in time by one moment of the meeting’s log and the second at which it is heard. */
export function KnownMoment({ studyId, recordingId, meetingId, clock }: KnownMomentProps) {
  const { t, i18n } = useTranslation('recordings');
  const { data: moments = [] } = useQuery(momentsQuery(studyId, recordingId, meetingId));
  const { update } = useRecordingVerbs(studyId, recordingId);
  const [chosen, setChosen] = useState('');
  // whole tenths: the page need not be drawn more often
  const tenths = useSyncExternalStore(clock.subscribe, () => Math.round(clock.seconds() * 10));
  const seconds = tenths / 10;
  const moment = moments[Number(chosen)];
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' });
  if (moments.length === 0) {
    return null;
  }
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('moment.which')}
        description={t('moment.explain')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: t('moment.choose') },
          ...moments.map(({ at, kind, label }, index) => ({
            value: String(index),
            label: `${time.format(new Date(at))}  ${t(`moment.${kind}`, { label })}`,
          })),
        ]}
      />
      <Group>
        <Button
          variant="default"
          disabled={!chosen || !moment}
          loading={update.isPending}
          onClick={() => {
            if (moment) {
              const start = new Date(moment.at).getTime() - seconds * MILLISECOND;
              update.mutate({ starts_at: new Date(start).toISOString() });
            }
          }}
        >
          {t('moment.here', { time: clockTime(seconds) })}
        </Button>
      </Group>
      {update.isError && <ProblemNotice error={update.error} />}
      {update.isSuccess && <Text role="status">{t('align.saved')}</Text>}
    </Stack>
  );
}
