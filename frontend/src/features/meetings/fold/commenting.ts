import type { Steps } from './steps';

export const commenting = {
  comment_arrived: ({ comments }, { target_id }) => ({
    comments: { ...comments, [target_id]: (comments[target_id] ?? 0) + 1 },
  }),
} satisfies Steps;
