import type { components } from '@/api/schema.gen';

type Me = components['schemas']['Me'];
type Role = components['schemas']['Role'];

interface PersonTraits {
  name?: string;
  /** The roles in each study the person is in. */
  studies?: string[][];
  isAdministrator?: boolean;
}

/** Somebody who is signed in. */
export function person({ name = 'Ada Obi', studies = [], isAdministrator }: PersonTraits = {}): Me {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    name,
    email: 'ada@example.org',
    is_administrator: isAdministrator ?? false,
    is_staff: true,
    has_password: true,
    may_have_password: true,
    time_zone: 'Europe/London',
    memberships: studies.map((roles, index) => ({
      study_id: `study-${index + 1}`,
      study_title: `Study ${index + 1}`,
      study_question: '',
      member_id: `member-${index + 1}`,
      state: 'active',
      roles: roles as Role[],
      group_id: null,
      consent_needed: false,
    })),
  };
}
