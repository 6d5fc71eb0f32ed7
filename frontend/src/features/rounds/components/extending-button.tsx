import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import type { Round } from '../queries';
import { useExtendRound } from '../running';
import { ReasonDialog } from './reason-dialog';

interface ExtendingButtonProps {
  studyId: string;
  round: Round;
}

/** Gives everybody more time: a later closing time in the reader's zone, and why. */
export function ExtendingButton({ studyId, round }: ExtendingButtonProps) {
  const { t } = useTranslation('rounds');
  const [isAsking, { open: ask, close: leave }] = useDisclosure(false);
  const [closesAt, setClosesAt] = useState('');
  const extend = useExtendRound(studyId, round.id);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      <Button variant="default" onClick={ask}>
        {t('run.extend')}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        onLeave={leave}
        title={t('run.extendSure', { title: round.title })}
        action={t('run.extend')}
        leaveWord={t('run.not')}
        error={extend.error}
        isPending={extend.isPending}
        onAct={(reason) =>
          extend.mutate(
            { reason, closes_at: new Date(closesAt).toISOString() },
            { onSuccess: leave },
          )
        }
      >
        <p>
          {t('run.extendWords')} {round.closes_at && <Moment at={round.closes_at} style="long" />}.
        </p>
        <TextInput
          type="datetime-local"
          label={t('run.newClose')}
          description={t('run.newCloseHint', { zone })}
          value={closesAt}
          onChange={(event) => setClosesAt(event.currentTarget.value)}
          required
        />
      </ReasonDialog>
    </>
  );
}
