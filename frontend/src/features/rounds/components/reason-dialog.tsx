import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';

interface ReasonDialogProps {
  isOpen: boolean;
  onLeave: () => void;
  title: string;
  /** What the button says. */
  action: string;
  leaveWord: string;
  error: Error | null;
  isPending: boolean;
  onAct: (reason: string) => void;
  /** What the verb means, and whatever it needs besides a reason. */
  children: ReactNode;
}

/** Asks why a running round is changed; the panel and the report are told. */
export function ReasonDialog({ isOpen, onLeave, title, ...words }: ReasonDialogProps) {
  const { t } = useTranslation('rounds');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    words.onAct(reason);
  };
  return (
    <Modal opened={isOpen} onClose={onLeave} title={title}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <div>{words.children}</div>
          {words.error && <ProblemNotice error={words.error} />}
          <Textarea
            label={t('run.reason')}
            description={t('run.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            maxLength={1000}
            autosize
            minRows={2}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onLeave}>
              {words.leaveWord}
            </Button>
            <Button type="submit" loading={words.isPending}>
              {words.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
