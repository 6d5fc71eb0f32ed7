import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { isRehearsal, isTeam, membershipIn } from '@/app/membership';
import { meQuery, type Person, peopleKeys } from '@/features/people/queries';
import type { Rehearsal } from '@/features/rehearsing/queries';

const RehearsalBand = lazy(() =>
  import('@/features/rehearsing/components/rehearsal-band').then((module) => ({
    default: module.RehearsalBand,
  })),
);

/** The band above every page of a rehearsal; nothing above any other. */
export function RehearsalNotice({ studyId }: { studyId: string }) {
  const { data: me } = useSuspenseQuery(meQuery());
  const queries = useQueryClient();
  const router = useRouter();
  if (!isRehearsal(me, studyId)) {
    return null;
  }
  const leave = async (rehearsal: Rehearsal) => {
    await router.navigate({ to: planOf(me, rehearsal) });
    await queries.invalidateQueries({ queryKey: peopleKeys.me() });
  };
  return (
    <Suspense fallback={null}>
      <RehearsalBand
        studyId={studyId}
        back={(rehearsal, label) => <Link to={planOf(me, rehearsal)}>{label}</Link>}
        onEnded={(rehearsal) => void leave(rehearsal)}
      />
    </Suspense>
  );
}

/** Where somebody sees the true meeting before it begins. */
function planOf(me: Person, rehearsal: Rehearsal): string {
  const membership = membershipIn(me, rehearsal.of_study_id);
  return membership && isTeam(membership)
    ? `/studies/${rehearsal.of_study_id}/meetings/${rehearsal.of_meeting_id}`
    : `/live/${rehearsal.of_study_id}/meetings/${rehearsal.of_meeting_id}`;
}
