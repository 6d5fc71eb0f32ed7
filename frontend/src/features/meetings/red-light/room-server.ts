import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import { meetingKeys, type Place } from '../queries';
import type { RoomServer } from './piece-sender';

function pathOf({ studyId, meetingId }: Place) {
  return { study_id: studyId, meeting_id: meetingId };
}

const PIECES =
  '/api/studies/{study_id}/meetings/{meeting_id}/room/recordings/{room_id}/pieces/{number}';
const FINISH = '/api/studies/{study_id}/meetings/{meeting_id}/room/recordings/{room_id}/finish';

/** The server that pieces are sent to. */
export const roomServer: RoomServer = {
  send: async ({ id, place, beganAt }, number, sound) => {
    const kept = await dataOf(
      api.PUT(PIECES, {
        params: {
          path: { ...pathOf(place), room_id: id, number },
          query: number === 0 ? { age_ms: Math.max(0, Date.now() - beganAt) } : {},
        },
        headers: { 'Content-Type': 'application/octet-stream' },
        // the contract has no word for bytes: it calls them a string
        body: sound as unknown as string,
        bodySerializer: (body) => body,
      }),
    );
    return kept.is_recording;
  },
  finish: async ({ id, place, count }) => {
    await dataOf(
      api.POST(FINISH, {
        params: { path: { ...pathOf(place), room_id: id } },
        body: { pieces: count },
      }),
    );
  },
};

/** What recording the room is like on this server. */
export function roomOptionsQuery(place: Place) {
  return queryOptions({
    queryKey: [...meetingKeys.meeting(place), 'room', 'options'],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/meetings/{meeting_id}/room/options', {
          params: { path: pathOf(place) },
          signal,
        }),
      ),
  });
}
