import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { meQuery, peopleKeys } from '@/features/people/queries';
import type { Rehearsal } from '@/features/rehearsing/queries';

/** Leads into a rehearsal; who I am says that I am in it. */
export function useGoToRehearsal() {
  const queries = useQueryClient();
  const router = useRouter();
  return async (rehearsal: Rehearsal) => {
    queries.removeQueries({ queryKey: peopleKeys.me() });
    await queries.ensureQueryData(meQuery());
    router.history.push(`/live/${rehearsal.study_id}/meetings/${rehearsal.meeting_id}`);
  };
}
