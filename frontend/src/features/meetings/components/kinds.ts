import type { AgendaPoint } from '../queries';

/** What can be done in a point of an agenda, in the order in which it is offered. */
export const KIND_NAMES: readonly AgendaPoint['kind'][] = [
  'present',
  'discuss',
  'small_groups',
  'poll',
  'decide',
];
