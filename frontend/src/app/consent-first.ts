import { redirect } from '@tanstack/react-router';
import type { Membership } from '@/features/people/queries';

/** Sends those who are still asked for consent to the form; from there they go on to `next`. */
export function askConsentFirst(membership: Membership, next: string): void {
  if (membership.consent_needed) {
    throw redirect({
      to: '/panel/$studyId/consent',
      params: { studyId: membership.study_id },
      search: { next },
      replace: true,
    });
  }
}
