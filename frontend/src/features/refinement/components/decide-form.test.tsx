import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { Proposal } from '../queries';
import { DecideForm } from './decide-form';

const PROPOSAL: Proposal = {
  id: 'p',
  kind: 'retire',
  title: 'Drop it',
  rationale: 'Too general.',
  state: 'open',
  revision: 3,
  stage_id: 's',
  stage_label: '1a',
  proposed_by: { id: 'm', name: 'Tom' },
  created_at: '2026-11-07T13:00:00Z',
  decision: null,
  subjects: [],
  outcomes: [],
  evidence: [],
  edges: [],
  is_out_of_date: false,
  can_edit: true,
  can_decide: true,
};

describe('deciding a proposal', () => {
  it('sends both reasons over the revision that was read', async () => {
    let sent: unknown;
    server.use(
      http.post('*/api/studies/study/proposals/p/decision', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json(PROPOSAL);
      }),
    );
    const { user } = renderWithProviders(<DecideForm studyId="study" proposal={PROPOSAL} />);
    await user.click(screen.getByRole('radio', { name: 'Reject' }));
    await user.type(screen.getByLabelText(/Reason, for the team/), 'Three said no.');
    await user.type(screen.getByLabelText(/Reason in plain words/), 'It stays.');
    await user.click(screen.getByRole('button', { name: 'Reject, and keep the theory as it is' }));
    expect(sent).toEqual({
      verdict: 'rejected',
      reason: 'Three said no.',
      plain_reason: 'It stays.',
      revision: 3,
    });
  });

  it('says what came between when the server refuses, and keeps the words', async () => {
    server.use(
      http.post('*/api/studies/study/proposals/p/decision', () =>
        HttpResponse.json(
          {
            title: 'This has changed in the meantime',
            detail: 'Tom saved version 2.',
            status: 409,
          },
          { status: 409 },
        ),
      ),
    );
    const { user } = renderWithProviders(<DecideForm studyId="study" proposal={PROPOSAL} />);
    await user.type(screen.getByLabelText(/Reason, for the team/), 'Yes.');
    await user.type(screen.getByLabelText(/Reason in plain words/), 'Yes.');
    await user.click(screen.getByRole('button', { name: 'Accept and change the theory' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Tom saved version 2.');
    expect(screen.getByLabelText(/Reason, for the team/)).toHaveValue('Yes.');
  });

  it('is held back from accepting what is out of date, not from rejecting it', async () => {
    const { user } = renderWithProviders(
      <DecideForm studyId="study" proposal={{ ...PROPOSAL, is_out_of_date: true }} />,
    );
    expect(screen.getByRole('button', { name: /^Accept and/ })).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: 'Reject' }));
    expect(screen.getByRole('button', { name: /^Reject, and/ })).toBeEnabled();
  });
});
