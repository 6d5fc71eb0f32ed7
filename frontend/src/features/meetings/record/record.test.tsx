import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { MinutesDocument } from './minutes-document';
import { MinutesView } from './minutes-view';
import type { GroupVoice, Voice } from './queries';
import { VoiceChart } from './voice-chart';

const groups = [
  { id: 'carers', name: 'Carers', position: 0 },
  { id: 'leaders', name: 'Leaders', position: 1 },
];

function heard(group_id: string, changes: Partial<GroupVoice>): GroupVoice {
  return {
    group_id,
    people: 2,
    share_of_people: 0.5,
    airtime: 60,
    share_of_airtime: 0.5,
    hands: 1,
    share_of_hands: 0.5,
    comments: 0,
    share_of_comments: null,
    votes: 2,
    share_of_votes: 0.5,
    ...changes,
  };
}

const voice: Voice = {
  as_of: null,
  groups: [
    heard('carers', { airtime: 30, share_of_airtime: 0.2 }),
    heard('leaders', { airtime: 120, share_of_airtime: 0.8 }),
  ],
  outside: { airtime: 65, hands: 0, comments: 1, votes: 0 },
};

test('the widest gap is the headline, and each group is told in words', () => {
  renderWithProviders(<VoiceChart voice={voice} groups={groups} />);
  expect(screen.getByText('Carers: 50% of the people, 20% of the floor.')).toBeVisible();
  expect(
    screen.getByRole('img', {
      name: 'Leaders: 50% of the people, 80% of the floor, 50% of the hands, – of the comments, 50% of the votes.',
    }),
  ).toBeVisible();
});

test('the numbers stand behind the drawing', async () => {
  const { user } = renderWithProviders(<VoiceChart voice={voice} groups={groups} />);
  await user.click(screen.getByText('Show the numbers'));
  const row = screen.getByRole('row', { name: /Leaders/ });
  expect(within(row).getByRole('cell', { name: '2:00' })).toBeVisible();
  expect(screen.getByText(/From people in no group: 1:05 of the floor/)).toBeVisible();
});

test('before anybody was heard nothing is drawn', () => {
  const silent = { airtime: 0, hands: 0, comments: 0, votes: 0 };
  renderWithProviders(
    <VoiceChart voice={{ ...voice, groups: [heard('carers', silent)] }} groups={groups} />,
  );
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
});

test('what a small group wrote stands in the minutes as a quotation', () => {
  const quote = { kind: 'quote' as const, level: 0, words: ['First.', 'Second.'], rows: [] };
  renderWithProviders(
    <MinutesDocument
      minutes={{ title: 'Minutes', subtitle: '', is_final: true, blocks: [quote] }}
    />,
  );
  expect(screen.getByRole('blockquote')).toHaveTextContent('First.Second.');
});

test('minutes are read without names, and with names when they are asked for', async () => {
  server.use(
    http.get('*/minutes', ({ request }) => {
      const isNamed = new URL(request.url).searchParams.get('names') === 'true';
      return HttpResponse.json({
        title: 'Minutes: Second consultation',
        subtitle: 'A study',
        is_final: true,
        blocks: [
          { kind: 'heading', level: 1, words: ['Who was there'], rows: [] },
          {
            kind: 'table',
            level: 0,
            words: ['Group', 'People'],
            rows: [['Carers', isNamed ? 'Ann' : '1']],
          },
        ],
      });
    }),
  );
  const { user } = renderWithProviders(<MinutesView place={{ studyId: 's', meetingId: 'm' }} />);
  expect(await screen.findByRole('heading', { name: 'Who was there' })).toBeVisible();
  expect(screen.queryByText('Ann')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Minutes (Word)' })).toHaveAttribute(
    'href',
    '/api/studies/s/meetings/m/minutes.docx',
  );
  await user.click(screen.getByRole('switch', { name: "With people's names" }));
  expect(await screen.findByText('Ann')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Minutes (Markdown)' })).toHaveAttribute(
    'href',
    '/api/studies/s/meetings/m/minutes.md?names=true',
  );
});
