import type { components } from '@/api/schema.gen';

type Me = components['schemas']['Me'];
type Role = components['schemas']['Role'];
type Round = components['schemas']['RoundRead'];
type RoundItem = components['schemas']['RoundItemRead'];
type MyRound = components['schemas']['MyRound'];

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
    rehearsals: [],
  };
}

/** A draft of a round as the team builds it, with nothing in it yet. */
export function draftRound(changes: Partial<Round> = {}): Round {
  return {
    id: 'round',
    title: 'First round',
    state: 'draft',
    closes_at: '2026-12-01T18:00:00Z',
    ended_at: null,
    stage_id: 'stage',
    follows_id: null,
    introduction: '',
    opens_at: null,
    opened_at: null,
    grace_minutes: 0,
    remind_hours: null,
    rule: '70/15',
    rule_reason: '',
    unable: 'left out',
    anonymity: 'pseudonymous',
    item_order: 'fixed',
    is_real_time: false,
    takes_statements: false,
    statement_policy: '',
    group_ids: [],
    pilot_ids: [],
    items: [],
    seconds: 60,
    asked: 0,
    obstacles: [],
    ...changes,
  };
}

/** A statement with a vote on it, as a round asks it. */
export function statementItem(changes: Partial<RoundItem> = {}): RoundItem {
  return {
    id: 'item',
    position: 0,
    kind: 'statement',
    version: null,
    cmoc_id: null,
    element_id: null,
    to_element_id: null,
    statement: 'Carers belong here.',
    carried_from_id: null,
    seconds: 20,
    questions: [
      {
        id: 'vote',
        kind: 'vote',
        prompt: 'Do you agree?',
        scale: null,
        options: [],
        at_most: null,
      },
    ],
    ...changes,
  };
}

/** An open round as somebody meets it who was asked and has answered nothing. */
export function myRound(changes: Partial<MyRound> = {}): MyRound {
  return {
    id: 'round',
    title: 'First round',
    state: 'open',
    closes_at: '2026-12-01T18:00:00Z',
    ended_at: null,
    introduction: '',
    anonymity: 'pseudonymous',
    is_real_time: false,
    standing: 'waiting',
    items: [statementItem()],
    answers: [],
    carried: [],
    mechanisms: [],
    ideas: [],
    seconds: 20,
    finished_at: null,
    suppress_below: 3,
    late: [],
    changes: [],
    ...changes,
  };
}
