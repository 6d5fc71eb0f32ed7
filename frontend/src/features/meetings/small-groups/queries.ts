import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { meetingKeys, type Place } from '../queries';

type Schemas = components['schemas'];
export type Division = Schemas['Division'];
export type SmallGroup = Schemas['SmallGroupState'];
export type NoteListed = Schemas['NoteListed'];

/** A note in an address. */
export interface NotePlace extends Place {
  smallGroupId: string;
}

function pathOf({ studyId, meetingId, smallGroupId }: NotePlace) {
  return { study_id: studyId, meeting_id: meetingId, small_group_id: smallGroupId };
}

/** How far each note has come, and the words of those that everybody may read. */
export function notesQuery(place: Place) {
  return queryOptions({
    queryKey: [...meetingKeys.meeting(place), 'small-group-notes'] as const,
    // what was fetched while people were out has no words yet
    staleTime: 0,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings/{meeting_id}/small-groups/notes', {
          params: { path: { study_id: place.studyId, meeting_id: place.meetingId } },
          signal,
        }),
      ),
  });
}

/** What a browser lacks of a note that has so much of it. */
export function fetchNote(place: NotePlace, have: string): Promise<Schemas['NoteRead']> {
  return dataOf(
    api.GET('/api/studies/{study_id}/meetings/{meeting_id}/small-groups/{small_group_id}/note', {
      params: { path: pathOf(place), query: { have } },
    }),
  );
}

/** Adds to a note; kept once this is answered. */
export function addToNote(
  place: NotePlace,
  body: Schemas['NoteAddition'],
): Promise<Schemas['NoteKept']> {
  return dataOf(
    api.POST('/api/studies/{study_id}/meetings/{meeting_id}/small-groups/{small_group_id}/note', {
      params: { path: pathOf(place) },
      body,
    }),
  );
}

/** Where the socket of a note is. */
export function noteSocketPath({ studyId, meetingId, smallGroupId }: NotePlace): string {
  return `/api/studies/${studyId}/meetings/${meetingId}/small-groups/${smallGroupId}/note/live`;
}
