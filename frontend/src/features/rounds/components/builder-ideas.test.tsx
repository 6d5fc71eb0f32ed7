import { useQuery } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { draftRound } from '@/testing/factories';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { type Idea, ideasQuery } from '../next-queries';
import { BuilderIdeas } from './builder-ideas';

const GROUPS = [{ id: 'carers', name: 'Carers', position: 0 }];

let idea: Idea;
let sent: Record<string, unknown>;

function Page({ mayDecide = true }: { mayDecide?: boolean }) {
  const { data: ideas = [] } = useQuery(ideasQuery('study', 'round'));
  return (
    <BuilderIdeas
      studyId="study"
      roundId="round"
      ideas={ideas}
      groups={GROUPS}
      mayDecide={mayDecide}
    />
  );
}

beforeEach(() => {
  sent = {};
  idea = {
    id: 'idea',
    text: 'Nobody asks about nights',
    about: 'Carers belong here.',
    group_id: 'carers',
    standing: 'waiting',
    statement: '',
    reason: '',
  };
  server.use(
    http.get('*/rounds/round/ideas', () => HttpResponse.json([idea])),
    http.post('*/rounds/round/ideas/idea/:verb', async ({ request, params }) => {
      const verb = String(params.verb);
      const body = (await request.text()) || '{}';
      sent[verb] = JSON.parse(body);
      const given = sent[verb] as { statement?: string; reason?: string };
      idea = {
        ...idea,
        standing: verb === 'take' ? 'shown' : verb === 'refuse' ? 'refused' : 'waiting',
        statement: given.statement ?? '',
        reason: given.reason ?? '',
      };
      return HttpResponse.json(verb === 'refuse' ? [idea] : draftRound(), { status: 201 });
    }),
    http.post('*/readability', () =>
      HttpResponse.json({ words: 1, sentences: 1, age: null, hard: [] }),
    ),
  );
});

test('an idea says what it was about and which group had it', async () => {
  renderWithProviders(<Page />);
  expect(await screen.findByText('Nobody asks about nights')).toBeVisible();
  expect(screen.getByText('Said about: Carers belong here.')).toBeVisible();
  expect(screen.getByText('Carers')).toBeVisible();
  expect(screen.getByText('1 idea waits for you.')).toBeVisible();
});

test('an idea is put before the panel in words that can be changed first', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('button', { name: /Put it before the panel/ }));
  const words = screen.getByRole('textbox', { name: /As the panel reads it/ });
  expect(words).toHaveValue('Nobody asks about nights');
  await user.clear(words);
  await user.type(words, 'Nights are asked about.');
  await user.click(screen.getByRole('button', { name: 'Put it into the draft' }));
  expect(await screen.findByText('In the draft as: “Nights are asked about.”')).toBeVisible();
  expect(sent.take).toEqual({ statement: 'Nights are asked about.' });
  // by keyboard one goes on from where one was
  await user.tab();
  expect(screen.getByRole('button', { name: /Decide anew/ })).toHaveFocus();
  expect(screen.getByText('Every idea is decided about.')).toBeVisible();
});

test('an idea is left out only with a reason, and can be decided about anew', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(await screen.findByRole('button', { name: /^Leave it out/ }));
  const leave = screen.getByRole('button', { name: 'Leave it out with this reason' });
  expect(leave).toBeDisabled();
  await user.type(
    screen.getByRole('textbox', { name: /Why it is left out/ }),
    'We ask this in the next stage.',
  );
  await user.click(leave);
  expect(await screen.findByText('Left out: We ask this in the next stage.')).toBeVisible();
  expect(sent.refuse).toEqual({ reason: 'We ask this in the next stage.' });
  await user.click(screen.getByRole('button', { name: /Decide anew/ }));
  expect(await screen.findByText('1 idea waits for you.')).toBeVisible();
});

test('those who do not run rounds read the ideas and decide nothing', async () => {
  renderWithProviders(<Page mayDecide={false} />);
  const part = await screen.findByRole('region', { name: 'What the panel missed' });
  expect(within(part).queryByRole('button')).toBeNull();
});
