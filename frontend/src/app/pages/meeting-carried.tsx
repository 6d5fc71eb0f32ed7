import { Anchor } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PollsCarried } from '@/features/carrying/components/polls-carried';
import { roundsQuery } from '@/features/rounds/queries';
import type { Study } from '@/features/studies/queries';

interface MeetingCarriedProps {
  study: Study;
  meetingId: string;
}

/** The polls of a meeting and the rounds that ask the same, for the team; nothing for others. */
export function MeetingCarried({ study, meetingId }: MeetingCarriedProps) {
  const queries = useQueryClient();
  const rounds = roundsQuery(study.id);
  const isTeam = study.permissions.includes('round:read-progress');
  const mayBuild = study.permissions.includes('round:build');
  const { data: listed } = useQuery({ ...rounds, enabled: mayBuild });
  if (!isTeam) {
    return null;
  }
  return (
    <PollsCarried
      place={{ studyId: study.id, meetingId }}
      groups={study.groups}
      drafts={mayBuild ? listed?.filter(({ state }) => state === 'draft') : undefined}
      roundLink={({ round_id: id, round_title: title, state }) => (
        <Anchor
          component={Link}
          to={`/studies/${study.id}/rounds/${id}${state === 'closed' ? '/results' : ''}`}
        >
          {title}
        </Anchor>
      )}
      onAsked={() => void queries.invalidateQueries({ queryKey: rounds.queryKey })}
    />
  );
}
