import type { Steps } from './steps';

export const deciding = {
  outcome_noted: ({ outcomes }, { at, outcome }) => ({
    outcomes: [...outcomes, { ...outcome, noted_at: at, corrected_at: null }],
  }),
  outcome_corrected: ({ outcomes }, { at, outcome }) => ({
    outcomes: outcomes.map((one) =>
      one.id === outcome.id ? { ...one, ...outcome, corrected_at: at } : one,
    ),
  }),
  outcome_withdrawn: ({ outcomes }, { outcome_id }) => ({
    outcomes: outcomes.filter(({ id }) => id !== outcome_id),
  }),
} satisfies Steps;
