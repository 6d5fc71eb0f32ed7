import { Button, Popover, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { LiveMeeting } from '../live';
import { clockOf } from './clock-of';
import { myAnswer } from './consent-card';
import { Light } from './light';
import classes from './red-light.module.css';
import { useAnswer } from './use-answer';

/** The red light, who records and since when; whoever agreed can take that back here. */
export function RedLight({ live, memberId }: { live: LiveMeeting; memberId: string }) {
  const { t } = useTranslation('meetings');
  const { recording, people } = live.snapshot.state;
  const answer = useAnswer(live.place);
  if (!recording) {
    return null;
  }
  const isMine = recording.by === memberId;
  const name = recording.by ? people[recording.by]?.name : undefined;
  return (
    <Popover position="bottom-end" withArrow width={280} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.lightButton}>
          <Light />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text>
          {isMine
            ? t('room.byYou', { time: clockOf(recording.since) })
            : t('room.by', { name: name ?? t('room.somebody'), time: clockOf(recording.since) })}
        </Text>
        {!isMine && myAnswer(live, memberId) === true && (
          <>
            <Text mt="xs">{t('room.youAgreed')}</Text>
            <Button
              mt="xs"
              size="sm"
              variant="default"
              loading={answer.isPending}
              onClick={() => answer.say(false)}
            >
              {t('room.takeBack')}
            </Button>
          </>
        )}
        {answer.error && <ProblemNotice error={answer.error} />}
      </Popover.Dropdown>
    </Popover>
  );
}
