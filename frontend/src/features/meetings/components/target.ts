import type { AgendaPoint } from '../queries';

/** What a comment on a point is about: its mechanism version, or the point itself. */
export function targetOf(item: AgendaPoint) {
  return item.version_id
    ? ({ target: 'version', target_id: item.version_id, version_id: item.version_id } as const)
    : ({ target: 'agenda_item', target_id: item.id } as const);
}
