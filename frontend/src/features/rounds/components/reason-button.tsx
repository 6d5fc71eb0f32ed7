import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from './reason-dialog';

interface ReasonButtonProps {
  label: string;
  title: string;
  words: string;
  verb: {
    error: Error | null;
    isPending: boolean;
    mutate: (given: { reason: string }, options: { onSuccess: () => void }) => void;
  };
}

/** A button for a verb that is asked for with its reason and needs nothing else. */
export function ReasonButton({ label, title, words, verb }: ReasonButtonProps) {
  const { t } = useTranslation('rounds');
  const [isAsking, { open: ask, close: leave }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={ask}>
        {label}
      </Button>
      <ReasonDialog
        isOpen={isAsking}
        onLeave={leave}
        title={title}
        action={label}
        leaveWord={t('run.not')}
        error={verb.error}
        isPending={verb.isPending}
        onAct={(reason) => verb.mutate({ reason }, { onSuccess: leave })}
      >
        <p>{words}</p>
      </ReasonDialog>
    </>
  );
}
