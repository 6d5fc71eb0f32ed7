import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import type { Voice } from '../queries';
import { VoiceGroups } from './voice-groups';

const GROUPS = [
  { id: 'carers', name: 'Carers' },
  { id: 'leaders', name: 'Leaders' },
];
const VOICE: Voice = {
  id: 'voice',
  kind: 'excerpt',
  version_id: null,
  quote: 'Nobody asked us.',
  before: '',
  after: '',
  stance: 'challenges',
  element: null,
  speaker: 'Ann',
  group_id: 'carers',
  is_earlier: false,
  document_id: 'document',
  document_kind: 'comment',
  document_title: 'Ann on “Trust”',
  segment_id: 'segment',
  recording_id: null,
  start_seconds: null,
  end_seconds: null,
  cited_in: [],
  at: '2026-11-21T10:00:00Z',
};

test('a group stands with its voices, and only one without any is said to be silent', () => {
  renderWithProviders(
    <VoiceGroups
      voices={[VOICE]}
      groups={GROUPS}
      groupName={(id) => GROUPS.find((group) => group.id === id)?.name}
      place={(_, words) => words}
      soundOf={() => ''}
    />,
  );
  expect(screen.getByRole('heading', { name: 'Carers 1 voice' })).toBeVisible();
  expect(screen.getByText('Nobody asked us.')).toBeVisible();
  expect(screen.getByText('No evidence from Leaders yet.')).toBeVisible();
  expect(screen.queryByText('No evidence from Carers yet.')).toBeNull();
});
