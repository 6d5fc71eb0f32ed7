import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { meetingKeys, type Place } from '../queries';

type Schemas = components['schemas'];
export type Minutes = Schemas['Minutes'];
export type Block = Schemas['Block'];
export type Voice = Schemas['MeetingVoice'];
export type GroupVoice = Schemas['MeetingGroupVoice'];

const EVERY_MS = 10_000;

/** The minutes as a document; with people's names, or by group alone. */
export function minutesQuery(place: Place, names: boolean) {
  return queryOptions({
    queryKey: [...meetingKeys.meeting(place), 'minutes', names] as const,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings/{meeting_id}/minutes', {
          params: {
            path: { study_id: place.studyId, meeting_id: place.meetingId },
            query: { names },
          },
          signal,
        }),
      ),
  });
}

/** Whether the groups were heard alike; read again every few seconds while it is looked at. */
export function voiceQuery(place: Place) {
  return queryOptions({
    queryKey: [...meetingKeys.meeting(place), 'voice'] as const,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings/{meeting_id}/voice', {
          params: { path: { study_id: place.studyId, meeting_id: place.meetingId } },
          signal,
        }),
      ),
    refetchInterval: EVERY_MS,
  });
}

/** Where the minutes are downloaded from. */
export function minutesFile(place: Place, kind: 'docx' | 'md', names: boolean): string {
  const path = `/api/studies/${place.studyId}/meetings/${place.meetingId}/minutes.${kind}`;
  return names ? `${path}?names=true` : path;
}
