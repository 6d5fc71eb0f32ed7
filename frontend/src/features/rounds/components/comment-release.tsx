import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import { ProblemNotice } from '@/ui/problem-notice';
import { type CommentQueue, useReleaseComments } from '../comment-queries';

interface CommentReleaseProps {
  studyId: string;
  queue: CommentQueue;
}

/** Releases everything that waits at one go, once it is clear what that means. */
export function CommentRelease({ studyId, queue }: CommentReleaseProps) {
  const { t } = useTranslation('rounds');
  const [isAsking, { open: ask, close: leave }] = useDisclosure(false);
  const release = useReleaseComments(studyId, queue.id);
  const count = queue.releasable;
  if (count === 0) {
    return null;
  }
  return (
    <>
      <Button variant="default" onClick={ask}>
        {t('said.releaseAll', { count })}
      </Button>
      <Dialog title={t('said.releaseAllSure', { count })} isOpen={isAsking} onClose={leave}>
        <p>{t('said.releaseAllWords')}</p>
        {release.error && <ProblemNotice error={release.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {t('said.releaseAllNot')}
          </Button>
          <Button
            loading={release.isPending}
            onClick={() => release.mutate(queue.stamp, { onSuccess: leave })}
          >
            {t('said.releaseAllYes')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
