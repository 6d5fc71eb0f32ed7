import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { PollForm } from './poll-form';

const AGENDA = ['Working with power', 'Taking a wider view'].map((title, place) => ({
  id: `i${place}`,
  title,
  kind: 'discuss' as const,
  version_id: `v${place}`,
  minutes: 20,
}));

function show(agenda: readonly (typeof AGENDA)[number][] = AGENDA) {
  const send = vi.fn();
  const onClose = vi.fn();
  const form = (
    <PollForm
      isOpen
      itemId="i0"
      agenda={agenda as typeof AGENDA}
      onClose={onClose}
      send={send}
      roundQuestions={({ is_secret: isSecret, item_id: itemId }, onPut) => (
        <button type="button" onClick={onPut}>
          a question of a round on {itemId}, {isSecret ? 'secret' : 'named'}
        </button>
      )}
    />
  );
  return { send, onClose, ...renderWithProviders(form) };
}

test.each([
  ['Agree, disagree, abstain', { kind: 'vote', choices: [] }],
  ['Rating from 1 to 9', { kind: 'rating', points: 9 }],
  ['Keep, reword, merge, split, fold or drop', { kind: 'decision' }],
  ['Choice', { kind: 'choice', choices: ['Too general', 'About right', 'Too specific'] }],
  ['Ranking', { kind: 'ranking', choices: ['Working with power', 'Taking a wider view'] }],
  ['Answers in words', { kind: 'words', at_most: 1 }],
])('%s is put to the room with one press', async (name, expected) => {
  const { send, user } = show();
  await user.click(screen.getByRole('button', { name: `Put it to the room: ${name}` }));
  expect(send).toHaveBeenCalledWith(
    expect.objectContaining({ type: 'open_poll', item_id: 'i0', is_secret: true, ...expected }),
    expect.any(Function),
  );
});

test('with nothing to put in order a ranking has to be written first', () => {
  show([]);
  expect(screen.queryByRole('button', { name: 'Put it to the room: Ranking' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Change first: Ranking' })).toBeVisible();
});

test('the chair says in own words what is asked, and of whom how many must answer', async () => {
  const { send, user } = show();
  await user.click(screen.getByRole('switch', { name: /^Secret/ }));
  await user.selectOptions(screen.getByLabelText('Quorum'), 'half');
  await user.click(screen.getByRole('button', { name: 'Change first: Choice' }));
  await user.clear(screen.getByLabelText('Question'));
  await user.type(screen.getByLabelText('Question'), 'Keep it?');
  await user.clear(screen.getByLabelText('Choices'));
  await user.type(screen.getByLabelText('Choices'), 'Yes');
  await user.click(screen.getByRole('button', { name: 'Put it to the room' }));
  expect(await screen.findByText('Write at least two different choices.')).toBeVisible();
  await user.type(screen.getByLabelText('Choices'), '{Enter}No{Enter}Later');
  await user.selectOptions(screen.getByLabelText('How many one person may choose'), '2');
  await user.click(screen.getByRole('button', { name: 'Put it to the room' }));
  expect(send).toHaveBeenCalledWith(
    expect.objectContaining({
      prompt: 'Keep it?',
      choices: ['Yes', 'No', 'Later'],
      at_most: 2,
      is_secret: false,
      quorum: null,
      quorum_share: 50,
    }),
    expect.any(Function),
  );
});

test('a question of a round is put to the room on the terms that the chair has set', async () => {
  const { onClose, user } = show();
  await user.click(screen.getByRole('switch', { name: /^Secret/ }));
  await user.click(screen.getByRole('button', { name: 'Put a question of a round to the room' }));
  expect(screen.queryByText('Ranking')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'a question of a round on i0, named' }));
  expect(onClose).toHaveBeenCalledOnce();
});
