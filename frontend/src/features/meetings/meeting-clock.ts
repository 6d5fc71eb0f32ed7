import type { LiveState } from './queries';

/** What the meeting's own clock says at a moment; it stands still while the meeting is paused. */
export function clockMs(state: LiveState, at: number): number {
  const { started_at: started, paused_at: paused, ended_at: ended, paused_ms } = state;
  if (!started) {
    return 0;
  }
  const stands = paused ?? ended;
  return (stands ? Date.parse(stands) : at) - Date.parse(started) - paused_ms;
}
