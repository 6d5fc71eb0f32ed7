import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nextOfferQuery } from '@/features/rounds/next-queries';
import type { Round } from '@/features/rounds/queries';

interface RoundLinkProps {
  studyId: string;
  round: Round;
}

/** From an open round to entering what somebody answered on paper, or why nobody can. */
export function EntriesLink({ studyId, round }: RoundLinkProps) {
  const { t } = useTranslation('rounds');
  return round.anonymity === 'unlinkable' ? (
    <p>{t('entries.unlinkable')}</p>
  ) : (
    <p>
      <Anchor component={Link} to={`/studies/${studyId}/rounds/${round.id}/entries`}>
        {t('entries.open')}
      </Anchor>
    </p>
  );
}

/** From a closed round to the one that follows it, or to where that is made. */
export function NextRoundLink({ studyId, round, mayMake }: RoundLinkProps & { mayMake: boolean }) {
  const { t } = useTranslation('rounds');
  const { data: offer } = useQuery(nextOfferQuery(studyId, round.id));
  if (offer?.follower) {
    return (
      <Anchor component={Link} to={`/studies/${studyId}/rounds/${offer.follower.id}`}>
        {t('next.follows', { title: offer.follower.title })}
      </Anchor>
    );
  }
  return offer && mayMake && !offer.obstacle ? (
    <Button component={Link} variant="default" to={`/studies/${studyId}/rounds/${round.id}/next`}>
      {t('next.title')}
    </Button>
  ) : null;
}
