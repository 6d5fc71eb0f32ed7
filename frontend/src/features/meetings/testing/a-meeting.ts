import type { LiveMeeting } from '../live';
import type { LiveState, Meeting, Snapshot } from '../queries';

/** When the meeting of the tests began. */
export const AT = '2026-12-03T13:00:00Z';

/** The plan of a meeting that runs. */
export function aMeeting(changes: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm',
    stage_id: 's',
    title: 'Second consultation',
    place: '',
    planned_for: null,
    state: 'live',
    started_at: AT,
    ended_at: null,
    group_ids: [],
    item_count: 1,
    agenda: [],
    may_chair: false,
    may_build: false,
    may_vote: true,
    may_record: false,
    code: 'BCDFHJ',
    invited: null,
    to_invite: null,
    deputy_id: null,
    time_zone: 'Europe/London',
    ...changes,
  };
}

/** A meeting that runs, with one mechanism on show and nothing else. */
export function aState(changes: Partial<LiveState> = {}): LiveState {
  return {
    phase: 'live',
    started_at: AT,
    ended_at: null,
    is_ended_by_clock: false,
    paused_at: null,
    paused_ms: 0,
    agenda: [
      { id: 'i', title: 'Working with power', kind: 'discuss', version_id: 'v', minutes: 20 },
    ],
    shown: { item_id: 'i', since: AT, clock_ms: 0 },
    used: {},
    done: [],
    skipped: [],
    chair: null,
    deputy_id: null,
    floor: null,
    hands: [],
    queue: 'asking',
    spoken: {},
    polls: [],
    people: {},
    comments: {},
    marks: {},
    outcomes: [],
    divisions: [],
    recording: null,
    recording_asked_at: null,
    recording_answers: {},
    ...changes,
  };
}

/** All that a browser knows of it. */
export function aSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    seq: 1,
    now: AT,
    state: aState(),
    here: [],
    voted: {},
    my_votes: {},
    my_recording_answer: null,
    chair_seen_at: null,
    chair_away_seconds: 60,
    ends_by_itself_at: null,
    ...changes,
  };
}

/** The meeting as a connected page follows it. */
export function aLiveMeeting(
  state: Partial<LiveState> = {},
  changes: Partial<LiveMeeting> = {},
  snapshot: Partial<Snapshot> = {},
): LiveMeeting {
  return {
    place: { studyId: 's', meetingId: 'm' },
    status: 'live',
    lastNews: 0,
    clockOffset: 0,
    snapshot: aSnapshot({ state: aState(state), ...snapshot }),
    ...changes,
  };
}
