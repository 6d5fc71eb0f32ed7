import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Round, useCloseRound } from '../queries';

interface ClosingButtonProps {
  studyId: string;
  round: Round;
  /** How many of those asked have not finished. */
  unfinished: number;
}

/** Ends a round before its time, once it is clear what that means. */
export function ClosingButton({ studyId, round, unfinished }: ClosingButtonProps) {
  const { t } = useTranslation('rounds');
  const [isAsking, { open: ask, close: leave }] = useDisclosure(false);
  const close = useCloseRound(studyId, round.id);
  return (
    <>
      {close.error && <ProblemNotice error={close.error} />}
      <Button variant="default" onClick={ask}>
        {t('run.close')}
      </Button>
      <Modal opened={isAsking} onClose={leave} title={t('run.closeSure', { title: round.title })}>
        <p>{t('run.closeWords', { count: unfinished })}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {t('run.closeNot')}
          </Button>
          <Button
            loading={close.isPending}
            onClick={() => close.mutate(undefined, { onSettled: leave })}
          >
            {t('run.close')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
