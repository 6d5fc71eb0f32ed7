import type { LiveState } from './queries';

const MINUTE_MS = 60_000;

/** What the meeting's own clock says at a moment; it stands still while the meeting is paused. */
export function clockMs(
  state: Pick<LiveState, 'started_at' | 'paused_at' | 'ended_at' | 'paused_ms'>,
  at: number,
): number {
  const { started_at: started, paused_at: paused, ended_at: ended, paused_ms } = state;
  if (!started) {
    return 0;
  }
  const stands = paused ?? ended;
  return (stands ? Date.parse(stands) : at) - Date.parse(started) - paused_ms;
}

/** Where a point of the agenda stands. */
export type PointStatus = 'shown' | 'done' | 'skipped' | 'to_come';

export function statusOf(state: LiveState, itemId: string): PointStatus {
  if (state.shown?.item_id === itemId) {
    return 'shown';
  }
  if (state.skipped.includes(itemId)) {
    return 'skipped';
  }
  return state.done.includes(itemId) ? 'done' : 'to_come';
}

/** Milliseconds a point has been on show so far, breaks not counted. */
export function usedMs(state: LiveState, itemId: string, at: number): number {
  const { shown } = state;
  const running = shown?.item_id === itemId ? clockMs(state, at) - shown.clock_ms : 0;
  return (state.used[itemId] ?? 0) + Math.max(0, running);
}

export interface Timing {
  used: number;
  planned: number;
}

/** The time of the point on show, and of the whole meeting without what is skipped. */
export function timingOf(state: LiveState, at: number): { point: Timing | null; whole: Timing } {
  const item = state.agenda.find(({ id }) => id === state.shown?.item_id);
  const planned = state.agenda
    .filter(({ id }) => !state.skipped.includes(id))
    .reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    point: item ? { used: usedMs(state, item.id, at), planned: item.minutes * MINUTE_MS } : null,
    whole: { used: Math.max(0, clockMs(state, at)), planned: planned * MINUTE_MS },
  };
}

/** When the meeting will end if every point still to come takes the time that is planned for it. */
export function expectedEnd(state: LiveState, at: number): number {
  const rest = state.agenda.reduce((sum, { id, minutes }) => {
    const status = statusOf(state, id);
    if (status === 'to_come') {
      return sum + minutes * MINUTE_MS;
    }
    return status === 'shown'
      ? sum + Math.max(0, minutes * MINUTE_MS - usedMs(state, id, at))
      : sum;
  }, 0);
  return at + rest;
}
