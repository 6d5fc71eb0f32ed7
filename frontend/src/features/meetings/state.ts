import { attending } from './fold/attending';
import { chairing } from './fold/chairing';
import { commenting } from './fold/commenting';
import { deciding } from './fold/deciding';
import { floor } from './fold/floor';
import { planning } from './fold/planning';
import { polling } from './fold/polling';
import { redLight } from './fold/red-light';
import { running } from './fold/running';
import { smallGroups } from './fold/small-groups';
import type { Changes, LiveEvent } from './fold/steps';
import type { LiveState } from './queries';

/** Each room's part of the fold; the same as in `backend/colloquy/meetings/state.py`. */
const ROOMS = [
  planning,
  running,
  attending,
  chairing,
  floor,
  polling,
  commenting,
  deciding,
  smallGroups,
  redLight,
] as const;

type KeysOf<Room> = Room extends unknown ? keyof Room : never;
type Unfolded = Exclude<LiveEvent['type'], KeysOf<(typeof ROOMS)[number]> | 'withheld'>;
type Step = (state: LiveState, event: LiveEvent) => Changes;

/** Takes the rooms only where every event has a step; `withheld` leaves nothing but its number. */
function gather(rooms: [Unfolded] extends [never] ? typeof ROOMS : { withoutStep: Unfolded }) {
  const steps = new Map<string, Step[]>();
  for (const [type, step] of rooms.flatMap((room) => Object.entries(room))) {
    // a step takes the event of its own type, which the compiler cannot see through the table
    steps.set(type, [...(steps.get(type) ?? []), step as Step]);
  }
  return steps;
}

const STEPS = gather(ROOMS);

/** The state after one more event. */
export function fold(state: LiveState, event: LiveEvent): LiveState {
  const steps = STEPS.get(event.type) ?? [];
  return Object.assign({}, state, ...steps.map((step) => step(state, event))) as LiveState;
}
