import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { AnswerStore, KeptAnswer } from '@/lib/kept-answers';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import type { Draft } from '../draft';
import { CommentBox } from './comment-box';

const COMMENTS = '*/api/studies/s1/comments';

function memoryStore(): AnswerStore & { kept: Map<string, KeptAnswer> } {
  const kept = new Map<string, KeptAnswer>();
  return {
    kept,
    keep: async (key, answer) => void kept.set(key, answer),
    read: async (key) => kept.get(key),
    forget: async (key) => void kept.delete(key),
  };
}

function box(store: AnswerStore) {
  return (
    <CommentBox
      studyId="s1"
      memberId="m1"
      subject={{
        target: 'version',
        target_id: 'v1',
        part: 'definition',
        place: 'round',
        place_id: 'r1',
      }}
      selected={{ start: 3, end: 8, quote: 'power' }}
      store={store}
    />
  );
}

function takeComments(): Record<string, unknown>[] {
  const taken: Record<string, unknown>[] = [];
  server.use(
    http.post(COMMENTS, async ({ request }) => {
      const body = (await request.json()) as Record<string, unknown>;
      taken.push(body);
      return HttpResponse.json({ id: 'c1', text: body.text, stance: body.stance });
    }),
  );
  return taken;
}

test('a comment goes out with the chosen words and its stance, and the box is empty again', async () => {
  const taken = takeComments();
  const { user } = renderWithProviders(box(memoryStore()));
  expect(screen.getByText('power')).toBeInTheDocument();
  await user.type(screen.getByLabelText('Your comment'), 'Carers have none.');
  await user.click(screen.getByRole('checkbox', { name: /I disagree/ }));
  await user.click(screen.getByRole('button', { name: 'Send comment' }));
  await screen.findByText('Your comment is saved');
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatchObject({
    text: 'Carers have none.',
    stance: 'challenges',
    part: 'definition',
    anchor: { start: 3, end: 8 },
    place_id: 'r1',
  });
  expect(screen.getByLabelText('Your comment')).toHaveValue('');
});

test('a half-written comment is there again after the page was closed', async () => {
  const store = memoryStore();
  const first = renderWithProviders(box(store));
  await first.user.type(screen.getByLabelText('Your comment'), 'I was going to say');
  await screen.findByText('Kept on this device until you send it');
  first.unmount();
  renderWithProviders(box(store));
  expect(await screen.findByDisplayValue('I was going to say')).toBeInTheDocument();
});

test('a comment that did not arrive is kept and goes out, once, when the network is back', async () => {
  server.use(http.post(COMMENTS, () => HttpResponse.error()));
  const store = memoryStore();
  const { user } = renderWithProviders(box(store));
  await user.type(screen.getByLabelText('Your comment'), 'Lost?');
  await user.click(screen.getByRole('button', { name: 'Send comment' }));
  await screen.findByText(/kept on this device and go out/);
  expect(store.kept.size).toBe(1);
  const kept = [...store.kept.values()].map(({ value }) => (value as Draft).clientId);
  const taken = takeComments();
  window.dispatchEvent(new Event('online'));
  await screen.findByText('Your comment is saved');
  expect(taken).toHaveLength(1);
  expect(taken.map((body) => body.client_id)).toEqual(kept);
  expect(store.kept.size).toBe(0);
});

test('an empty comment is not sent', async () => {
  const taken = takeComments();
  const { user } = renderWithProviders(box(memoryStore()));
  await user.click(screen.getByRole('button', { name: 'Send comment' }));
  expect(screen.getByText('Write something first, then send it.')).toBeInTheDocument();
  expect(taken).toHaveLength(0);
});
