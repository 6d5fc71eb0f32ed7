import type { Steps } from './steps';

export const redLight = {
  recording_asked: ({ recording_answers: answers }, { at, by }) => ({
    recording_asked_at: at,
    ...(by ? { recording_answers: { ...answers, [by]: true } } : {}),
  }),
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
