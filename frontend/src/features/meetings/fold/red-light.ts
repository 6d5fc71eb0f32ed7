import type { Steps } from './steps';

export const redLight = {
  recording_asked: (_, { at }) => ({ recording_asked_at: at }),
  recording_answered: ({ recording_answers: answers }, { by, agrees }) =>
    by ? { recording_answers: { ...answers, [by]: agrees } } : {},
  recording_started: ({ recording_answers: answers }, event) => ({
    recording: {
      id: event.recording_id,
      by: event.by,
      since: event.at,
      has_captions: event.has_captions,
    },
    ...(event.by ? { recording_answers: { ...answers, [event.by]: true } } : {}),
  }),
  recording_stopped: () => ({ recording: null }),
  meeting_ended: () => ({ recording: null }),
} satisfies Steps;
