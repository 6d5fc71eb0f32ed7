import type { Steps } from './steps';

export const commenting = {
  comment_arrived: ({ comments }, { target_id }) => ({
    comments: { ...comments, [target_id]: (comments[target_id] ?? 0) + 1 },
  }),
  comment_marked: ({ marks }, { comment_id, mark }) => {
    const { [comment_id]: _before, ...others } = marks;
    return { marks: mark ? { ...others, [comment_id]: mark } : others };
  },
} satisfies Steps;
