import type { Membership, Person } from '@/features/people/queries';

const TEAM = new Set(['lead', 'researcher', 'facilitator']);

/** What a person is in a study or in a rehearsal, if anything. */
export function membershipIn(person: Person, studyId: string): Membership | undefined {
  const all = [...person.memberships, ...person.rehearsals];
  return all.find((membership) => membership.study_id === studyId);
}

/** True for a study of simulated people that is not kept. */
export function isRehearsal(person: Person, studyId: string): boolean {
  return person.rehearsals.some((membership) => membership.study_id === studyId);
}

/** True for those who work on the study, as against those who are consulted. */
export function isTeam(membership: Membership): boolean {
  return membership.roles.some((role) => TEAM.has(role));
}

export type Landing =
  | { to: '/studies/$studyId'; params: { studyId: string } }
  | { to: '/panel/$studyId'; params: { studyId: string } }
  | { to: '/home' };

/** Where a person begins: in their only study, or at the list of what they have. */
export function landingOf(person: Person): Landing {
  const [only, ...others] = person.memberships;
  if (!only || others.length > 0 || person.is_administrator) {
    return { to: '/home' };
  }
  const params = { studyId: only.study_id };
  return isTeam(only) ? { to: '/studies/$studyId', params } : { to: '/panel/$studyId', params };
}
