import { clockMs } from '../meeting-clock';
import type { AgendaPoint, LiveState } from '../queries';
import type { Steps } from './steps';

export const running = {
  meeting_started: ({ people }, { at, present }) => ({
    phase: 'live',
    started_at: at,
    people: { ...people, ...Object.fromEntries(present.map((person) => [person.id, person])) },
  }),
  meeting_paused: (_, { at }) => ({ paused_at: at }),
  meeting_resumed: ({ paused_at: since, paused_ms: before }, { at }) =>
    since ? { paused_at: null, paused_ms: before + Date.parse(at) - Date.parse(since) } : {},
  agenda_item_added: ({ agenda }, { item, before }) => ({ agenda: placed(agenda, item, before) }),
  agenda_item_moved: move,
  agenda_item_timed: ({ agenda }, { item_id, minutes }) => ({
    agenda: agenda.map((point) => (point.id === item_id ? { ...point, minutes } : point)),
  }),
  item_presented: (state, { at, item_id }) => {
    const changes = goOn(state, at);
    return {
      ...changes,
      shown: { item_id, since: at, clock_ms: clockMs(state, Date.parse(at)) },
      done: without(changes.done, item_id),
      skipped: without(state.skipped, item_id),
    };
  },
  item_skipped: ({ skipped }, { item_id }) => ({ skipped: [...skipped, item_id] }),
  item_put_back: (state, event) => ({
    ...move(state, event),
    ...(state.shown?.item_id === event.item_id ? goOn(state, event.at) : {}),
    done: without(state.done, event.item_id),
    skipped: without(state.skipped, event.item_id),
  }),
  meeting_ended: (_, { at, is_by_clock }) => ({
    phase: 'ended',
    ended_at: at,
    is_ended_by_clock: is_by_clock,
  }),
} satisfies Steps;

function move({ agenda }: LiveState, event: { item_id: string; before: string | null }) {
  const item = agenda.find(({ id }) => id === event.item_id);
  return item ? { agenda: placed(agenda, item, event.before) } : {};
}

/** The agenda with a point put before another one, or at the end. */
function placed(agenda: AgendaPoint[], item: AgendaPoint, before: string | null): AgendaPoint[] {
  const rest = agenda.filter(({ id }) => id !== item.id);
  const found = rest.findIndex(({ id }) => id === before);
  const place = found < 0 ? rest.length : found;
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/** Takes what is on show off it: its time is added up, and it has been dealt with. */
function goOn(state: LiveState, at: string) {
  const { shown, used, done } = state;
  if (!shown) {
    return { shown: null, used, done };
  }
  const id = shown.item_id;
  const time = (used[id] ?? 0) + clockMs(state, Date.parse(at)) - shown.clock_ms;
  return { shown: null, used: { ...used, [id]: time }, done: [...without(done, id), id] };
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((one) => one !== id);
}
