import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { ModeratedStatement, ModerationQueue as Queue } from '../statement-queries';
import { ModerationQueue } from './moderation-queue';

function statement(id: string, text: string, changes: Partial<ModeratedStatement> = {}) {
  return {
    item_id: id,
    text,
    own_words: null,
    standing: 'waiting',
    refused_for: null,
    reason: '',
    moderated_by: null,
    is_voted_on: false,
    alike: [],
    ...changes,
  } as ModeratedStatement;
}

const QUEUE = {
  id: 'round',
  title: 'First round',
  state: 'open',
  closes_at: null,
  ended_at: null,
  policy: '',
  longest: 140,
  statements: [statement('one', 'Notes help.'), statement('two', 'Trust takes time.')],
} as unknown as Queue;

let statements: ModeratedStatement[];

beforeEach(() => {
  statements = QUEUE.statements;
});

function Page() {
  const [queue, setQueue] = useState(QUEUE);
  server.use(
    http.put('*/statements/:id/standing', ({ params }) => {
      statements = statements.map((each) =>
        each.item_id === params.id ? { ...each, standing: 'shown', moderated_by: 'Fay' } : each,
      );
      const now = { ...QUEUE, statements };
      setQueue(now);
      return HttpResponse.json(now);
    }),
  );
  return <ModerationQueue studyId="study" queue={queue} />;
}

function card(words: string): HTMLElement | null {
  return screen.getByText(words).closest('li');
}

test('who thinks better of it is back on the statement', async () => {
  const { user } = renderWithProviders(<Page />);
  for (const button of ['Refuse: Notes help.', 'Change the words: Notes help.']) {
    await user.click(screen.getByRole('button', { name: button }));
    await user.click(screen.getByRole('button', { name: 'Leave it' }));
    expect(card('Notes help.')).toHaveFocus();
  }
});

test('a decision leads on to the next that waits, and the last to where it stands now', async () => {
  const { user } = renderWithProviders(<Page />);
  await user.click(screen.getByRole('button', { name: 'Accept: Notes help.' }));
  await waitFor(() => expect(card('Trust takes time.')).toHaveFocus());
  await user.click(screen.getByRole('button', { name: 'Accept: Trust takes time.' }));
  await waitFor(() => expect(card('Trust takes time.')).toHaveFocus());
  expect(card('Trust takes time.')).toHaveTextContent('Accepted by Fay');
});
