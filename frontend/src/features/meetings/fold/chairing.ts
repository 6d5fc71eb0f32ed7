import type { Steps } from './steps';

export const chairing = {
  agenda_set: (_, { deputy_id }) => ({ deputy_id }),
  meeting_started: (_, { at, by }) => ({ chair: by ? { member_id: by, since: at } : null }),
  chair_handed: (_, { at, member_id }) => ({ chair: { member_id, since: at } }),
  chair_taken: (_, { at, by }) => ({ chair: by ? { member_id: by, since: at } : null }),
  chair_left: () => ({ chair: null }),
} satisfies Steps;
