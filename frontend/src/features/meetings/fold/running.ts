import type { Steps } from './steps';

export const running = {
  meeting_started: ({ people }, { at, present }) => ({
    phase: 'live',
    started_at: at,
    people: { ...people, ...Object.fromEntries(present.map((person) => [person.id, person])) },
  }),
  agenda_item_added: ({ agenda }, { item }) => ({ agenda: [...agenda, item] }),
  item_presented: (_, { at, item_id }) => ({ shown: { item_id, since: at } }),
  meeting_ended: (_, { at }) => ({ phase: 'ended', ended_at: at }),
} satisfies Steps;
