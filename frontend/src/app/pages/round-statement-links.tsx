import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Round, RoundResults } from '@/features/rounds/queries';
import { myStatementsQuery } from '@/features/rounds/statement-queries';

interface PlaceProps {
  studyId: string;
  roundId: string;
}

/** From a round to its statements, for those who were asked; nothing where there are none. */
export function MyStatementsLink({ studyId, roundId }: PlaceProps) {
  const { t } = useTranslation('rounds');
  const { data: mine } = useQuery(myStatementsQuery(studyId, roundId));
  if (!mine || (mine.enough === 0 && !mine.takes_statements)) {
    return null;
  }
  return (
    <Group gap="md" mt="lg">
      <Anchor component={Link} to={`/panel/${studyId}/rounds/${roundId}/statements`}>
        {t('statements.open')}
      </Anchor>
      {mine.has_opinions && (
        <Anchor component={Link} to={`/panel/${studyId}/rounds/${roundId}/opinions`}>
          {t('opinions.open')}
        </Anchor>
      )}
    </Group>
  );
}

interface TeamLinksProps {
  studyId: string;
  round: Round;
  isModerator: boolean;
  /** What else leads on from the round. */
  children?: ReactNode;
}

/** From a round to moderating its statements and, once they may be read, to its opinion groups. */
export function StatementLinks({ studyId, round, isModerator, children }: TeamLinksProps) {
  const { t } = useTranslation('rounds');
  const isRead = round.ended_at !== null || round.is_real_time;
  return (
    <Group gap="md" mb="md">
      {isModerator && round.takes_statements && (
        <Anchor component={Link} to={`/studies/${studyId}/rounds/${round.id}/moderation`}>
          {t('statements.moderate.open')}
        </Anchor>
      )}
      {isRead && hasVotes(round.items) && (
        <Anchor component={Link} to={`/studies/${studyId}/rounds/${round.id}/opinions`}>
          {t('opinions.open')}
        </Anchor>
      )}
      {children}
    </Group>
  );
}

interface OpinionsLinkProps {
  results: RoundResults;
  to: string;
}

/** From a round's results to its opinion groups, where it had statements to vote on. */
export function OpinionsLink({ results, to }: OpinionsLinkProps) {
  const { t } = useTranslation('rounds');
  return hasVotes(results.items) ? (
    <p>
      <Anchor component={Link} to={to}>
        {t('opinions.open')}
      </Anchor>
    </p>
  ) : null;
}

interface Asked {
  kind: string;
  questions: readonly { kind: string }[];
}

/** Statements that were rated and not voted on give no opinion groups. */
function hasVotes(items: readonly Asked[]): boolean {
  return items.some(
    ({ kind, questions }) =>
      kind === 'statement' && questions.some((question) => question.kind === 'vote'),
  );
}
