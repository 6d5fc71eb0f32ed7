import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { commentQueueQuery } from '@/features/rounds/comment-queries';
import type { Round } from '@/features/rounds/queries';

interface CommentsLinkProps {
  studyId: string;
  round: Round;
}

/** From a closed round to moderating what was said in it, with how much waits. */
export function CommentsLink({ studyId, round }: CommentsLinkProps) {
  const { t } = useTranslation('rounds');
  const { data: queue } = useQuery(commentQueueQuery(studyId, round.id));
  return (
    <Anchor component={Link} to={`/studies/${studyId}/rounds/${round.id}/comments`}>
      {queue && queue.waiting > 0
        ? t('said.openWaiting', { count: queue.waiting })
        : t('said.moderate')}
    </Anchor>
  );
}
