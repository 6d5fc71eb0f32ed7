import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { ImportMembers } from './import-members';

const FILE = new File(['email,name\nann@example.org,Ann\nbob,Bob\n'], 'people.csv', {
  type: 'text/csv',
});
const COLUMNS = ['email', 'name', 'group', 'role'].map((name) => ({
  name,
  explanation: '',
  is_required: name === 'email' || name === 'name',
  is_found: name === 'email' || name === 'name',
}));
const ANN = {
  line: 2,
  verdict: 'good',
  message: '',
  email: 'ann@example.org',
  name: 'Ann',
  group: '',
  group_id: null,
  roles: ['panel'],
};
const BOB = { ...ANN, line: 3, verdict: 'problem', message: 'bob is no address.', email: 'bob' };

function answerPreview(lines: object[]) {
  server.use(
    http.post('*/imports/members/preview', async ({ request }) => {
      expect(request.headers.get('content-type')).toBe('text/csv');
      expect(await request.text()).toContain('ann@example.org');
      return HttpResponse.json({ columns: COLUMNS, unknown: ['phone'], lines });
    }),
  );
}

async function choose(element = <ImportMembers studyId="study" />) {
  const rendered = renderWithProviders(element);
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) {
    throw new Error('There is nothing to choose a file with.');
  }
  await rendered.user.upload(input, FILE);
  return rendered;
}

test('a file is shown line by line before anybody is invited', async () => {
  answerPreview([ANN, BOB]);
  await choose();
  expect(await screen.findByText('1 line is fine · 1 line has a problem')).toBeVisible();
  expect(screen.getByText('bob is no address.')).toBeVisible();
  expect(screen.getByText('Columns that are not in the file: group, role.')).toBeVisible();
  expect(screen.getByText(/left aside: phone/)).toBeVisible();
  expect(screen.getByText(/One line has a problem. Mend the file/)).toBeVisible();
});

test('the good lines are taken in when the person says so, and the others are named', async () => {
  answerPreview([ANN, BOB]);
  const asked = vi.fn<(onlyGood: string | null) => void>();
  server.use(
    http.post('*/imports/members', ({ request }) => {
      asked(new URL(request.url).searchParams.get('only_good'));
      return HttpResponse.json({ taken: 1, left_out: [BOB] });
    }),
  );
  const done = vi.fn<() => void>();
  const { user } = await choose(<ImportMembers studyId="study" onDone={done} />);
  await user.click(await screen.findByRole('button', { name: 'Invite 1 person' }));
  expect(await screen.findByText('1 person is invited')).toBeVisible();
  expect(screen.getByText('Line 3: bob is no address.')).toBeVisible();
  expect(asked).toHaveBeenCalledExactlyOnceWith('true');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(done).toHaveBeenCalled();
});

test('a file that cannot be read says why and another can be chosen', async () => {
  server.use(
    http.post('*/imports/members/preview', () =>
      HttpResponse.json(
        {
          title: 'Something needs your attention',
          status: 422,
          detail: 'The file is not in UTF-8; see line 3.',
          fields: [],
        },
        { status: 422 },
      ),
    ),
  );
  await choose();
  expect(await screen.findByRole('alert')).toHaveTextContent('see line 3');
  expect(screen.getByRole('button', { name: 'Choose another file' })).toBeVisible();
});
