import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Round, useDeleteRound } from '../queries';

interface DeletingButtonProps {
  studyId: string;
  round: Round;
  onDeleted: () => void;
}

/** Throws a draft away, once it is clear that it does not come back. */
export function DeletingButton({ studyId, round, onDeleted }: DeletingButtonProps) {
  const { t } = useTranslation('rounds');
  const [isAsking, { open: ask, close: leave }] = useDisclosure(false);
  const remove = useDeleteRound(studyId, round.id);
  return (
    <>
      <Button variant="subtle" color="gray" onClick={ask}>
        {t('build.delete')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={leave}
        title={t('build.deleteSure', { title: round.title })}
      >
        <p>{t('build.deleteWords')}</p>
        {remove.error && <ProblemNotice error={remove.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {t('build.deleteNot')}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: onDeleted })}
          >
            {t('build.delete')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
