import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { newId } from '@/lib/new-id';
import { ProblemNotice } from '@/ui/problem-notice';
import type { LiveMeeting } from '../live';
import { sendCommand } from '../queries';
import { clockOf } from './clock-of';
import classes from './red-light.module.css';
import { useLeftBehind } from './use-room-recorder';

/** Nobody waits for the rest any more. */
const GONE = 410;

/** What a page that closed in the middle of a recording left on this device: sent, and finished. */
export function Rest({ live }: { live: LiveMeeting }) {
  const { t } = useTranslation('meetings');
  const left = useLeftBehind(live.place);
  const finish = useMutation({
    mutationFn: async () => {
      if (live.snapshot.state.recording?.id === left?.room.id) {
        await sendCommand(live.place, newId(), { type: 'stop_recording' });
      }
      left?.finish();
    },
  });
  if (!left) {
    return null;
  }
  const { view, room } = left;
  return (
    <section className={classes.rest} aria-label={t('room.rest.title')}>
      <p role="status">
        {t('room.rest.found', { time: clockOf(room.beganAt) })}{' '}
        {view.waiting > 0 ? t('room.rest.sending', { count: view.waiting }) : t('room.rest.sent')}
      </p>
      {(view.problem || finish.error) && <ProblemNotice error={view.problem ?? finish.error} />}
      {view.problem?.status === GONE && (
        <Button size="sm" variant="default" onClick={left.forget}>
          {t('room.rest.forget')}
        </Button>
      )}
      {!room.isOver && view.problem?.status !== GONE && (
        <Button size="sm" loading={finish.isPending} onClick={() => finish.mutate()}>
          {t('room.rest.finish')}
        </Button>
      )}
    </section>
  );
}
