import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type Round, useCloseRound } from '../queries';
import { ReasonDialog } from './reason-dialog';

interface ClosingButtonProps {
  studyId: string;
  round: Round;
  /** How many of those asked have not finished. */
  unfinished: number;
}

/** Ends a round before its time, once it is clear what that means and why. */
export function ClosingButton({ studyId, round, unfinished }: ClosingButtonProps) {
  const { t } = useTranslation('rounds');
  const [isAsking, { open: ask, close: leave }] = useDisclosure(false);
  const close = useCloseRound(studyId, round.id);
  return (
    <>
      <Button variant="default" onClick={ask}>
        {t('run.close')}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        onLeave={leave}
        title={t('run.closeSure', { title: round.title })}
        action={t('run.close')}
        leaveWord={t('run.closeNot')}
        error={close.error}
        isPending={close.isPending}
        onAct={(reason) => close.mutate({ reason }, { onSuccess: leave })}
      >
        <p>{t('run.closeWords', { count: unfinished })}</p>
      </ReasonDialog>
    </>
  );
}
