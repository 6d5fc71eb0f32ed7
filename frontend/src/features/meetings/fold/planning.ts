import type { Steps } from './steps';

export const planning = {
  agenda_set: (_, { agenda }) => ({ agenda }),
} satisfies Steps;
