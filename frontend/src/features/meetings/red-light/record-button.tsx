import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import type { LiveMeeting } from '../live';
import { Light } from './light';
import { RecordForm } from './record-form';
import { Recording } from './recording';
import classes from './red-light.module.css';
import { Rest } from './rest';
import { notAgreed, useMinding, useRecorderView } from './use-room-recorder';

interface RecordButtonProps {
  live: LiveMeeting;
  memberId: string;
  dialog: { isOpen: boolean; open: () => void; close: () => void };
}

/** The way to the recording of the room, for those who may make it; says when it needs a look. */
export function RecordButton({ live, memberId, dialog }: RecordButtonProps) {
  const { t } = useTranslation('meetings');
  const { recording, phase } = live.snapshot.state;
  const view = useRecorderView();
  useMinding(live, memberId);
  const isHeld = recording !== null && notAgreed(live, memberId).length > 0;
  const isTroubled = isHeld || view.sending.isCutOff || view.sending.problem !== undefined;
  if (phase !== 'live' && view.phase === 'idle') {
    return <Rest live={live} />;
  }
  return (
    <>
      {recording ? (
        <button type="button" className={classes.lightButton} onClick={dialog.open}>
          <Light words={t(isTroubled ? 'room.held' : 'room.light')} />
        </button>
      ) : (
        <Button size="sm" variant="default" onClick={dialog.open}>
          {t(view.phase === 'sending' ? 'room.manage' : 'room.open')}
        </Button>
      )}
      <Rest live={live} />
      <Dialog title={t('room.title')} isOpen={dialog.isOpen} onClose={dialog.close}>
        {recording || view.phase !== 'idle' ? (
          <Recording live={live} memberId={memberId} />
        ) : (
          <RecordForm live={live} memberId={memberId} takesOver={false} />
        )}
      </Dialog>
    </>
  );
}
