import type { Steps } from './steps';

export const attending = {
  attended: ({ people }, { attendee }) => ({ people: { ...people, [attendee.id]: attendee } }),
} satisfies Steps;
