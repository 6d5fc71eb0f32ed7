import { redirect } from '@tanstack/react-router';
import type { Membership } from '@/features/people/queries';

/** Asks those who have not answered their invitation; from there they go on to `next`. */
export function askToTakePartFirst(membership: Membership, next: string): void {
  if (membership.state === 'invited') {
    throw redirect({
      to: '/panel/$studyId/invitation',
      params: { studyId: membership.study_id },
      search: { next },
      replace: true,
    });
  }
}
