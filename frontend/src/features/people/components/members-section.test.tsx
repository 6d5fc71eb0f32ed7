import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { Member } from '../queries';
import { MembersSection } from './members-section';

const ANN: Member = {
  id: 'member-1',
  display_name: 'Ann Carer',
  email: 'ann@example.org',
  roles: ['panel'],
  group_id: null,
  state: 'active',
  invited_at: null,
  joined_at: '2026-11-20T10:00:00Z',
  declined_at: null,
  decline_reason: '',
  decline_words: '',
  has_consented: true,
};
const URL = '*/api/studies/study-1/members/member-1';

function renderSection(member: Member = ANN, canGiveTeamRoles = false) {
  return renderWithProviders(
    <MembersSection
      studyId="study-1"
      members={[member]}
      groups={[]}
      filter={{}}
      onFilter={() => undefined}
      canInvite
      canGiveTeamRoles={canGiveTeamRoles}
    />,
  );
}

async function openMenu(user: ReturnType<typeof renderSection>['user']) {
  await user.click(screen.getByRole('button', { name: 'Actions for Ann Carer' }));
}

test('somebody is taken out with a reason, and the page says what stays', async () => {
  let sent: unknown;
  server.use(
    http.post(`${URL}/take-out`, async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ ...ANN, state: 'left' });
    }),
  );
  const { user } = renderSection();
  await openMenu(user);
  await user.click(await screen.findByRole('menuitem', { name: 'Take out of the study' }));
  expect(await screen.findByText(/What they said and answered stays/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Take out of the study' }));
  expect(screen.getByText('Say why, in a few words.')).toBeInTheDocument();
  expect(sent).toBeUndefined();
  await user.type(screen.getByLabelText('Why'), ' She asked us. ');
  await user.click(screen.getByRole('button', { name: 'Take out of the study' }));
  expect(await screen.findByText(/Ann Carer is no longer in the study/)).toBeInTheDocument();
  expect(sent).toEqual({ reason: 'She asked us.' });
});

test('only somebody whom the team took out can be brought back', async () => {
  server.use(http.post(`${URL}/bring-back`, () => HttpResponse.json(ANN)));
  const { user } = renderSection({ ...ANN, state: 'left' });
  expect(screen.getByText('taken out by the team')).toBeVisible();
  await openMenu(user);
  await user.click(await screen.findByRole('menuitem', { name: 'Bring back into the study' }));
  expect(await screen.findByText('Ann Carer is in the study again.')).toBeVisible();
});

test('a person who left by themselves is not brought back by a click', async () => {
  const { user } = renderSection({ ...ANN, state: 'left', declined_at: '2026-11-20T10:00:00Z' });
  await openMenu(user);
  expect(await screen.findByRole('menuitem', { name: 'Change roles or group' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: /Bring back/ })).not.toBeInTheDocument();
});

test('a facilitator is not offered to take out somebody of the team', async () => {
  const { user } = renderSection({ ...ANN, roles: ['researcher'] });
  await openMenu(user);
  expect(await screen.findByRole('menuitem', { name: 'Send the link again' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: /Take out/ })).not.toBeInTheDocument();
});
