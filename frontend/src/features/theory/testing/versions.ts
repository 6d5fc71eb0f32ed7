import type { Cmoc, Version } from '../queries';

type CmocElement = Cmoc['elements'][number];

const ELEMENTS: CmocElement[] = [
  { id: 'e1', kind: 'context', polarity: null, text: 'partners are small' },
  { id: 'e2', kind: 'resource', polarity: '+', text: 'a leader gives a decision away' },
  { id: 'e3', kind: 'reasoning', polarity: '+', text: 'partners feel that they count' },
  { id: 'e4', kind: 'outcome', polarity: '-', text: 'meetings are skipped' },
];

/** A frozen version with one configuration, for tests. */
export function aVersion(changes: Partial<Version> = {}): Version {
  return {
    id: 'v1',
    mechanism_id: 'm1',
    number: 1,
    stage_id: 's1',
    stage_label: '1a',
    title: 'Working with power',
    definition: 'Leaders see who holds power.',
    plain_summary: 'Leaders share decisions.',
    change_note: '',
    papers: null,
    revision: 1,
    saved_at: '2026-11-21T10:00:00Z',
    saved_by: 'Tom',
    is_frozen: false,
    frozen_because: '',
    created_at: '2026-11-21T10:00:00Z',
    cmocs: [
      {
        id: 'c1',
        level: 'team',
        tells_of: 'present',
        notation:
          'partners are small (C) → a leader gives a decision away (M+, resource) and partners feel that they count (M+, reasoning) → meetings are skipped (O-)',
        sentence:
          'If partners are small, then a leader gives a decision away and meetings are skipped, because partners feel that they count.',
        elements: ELEMENTS,
      },
    ],
    ...changes,
  };
}
