import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { MyRound, RoundItem } from '@/features/rounds/queries';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { RoundItemTalk } from './round-item-talk';

const ITEM: RoundItem = {
  id: 'item',
  position: 0,
  kind: 'statement',
  version: null,
  cmoc_id: null,
  element_id: null,
  to_element_id: null,
  statement: 'Every meeting needs a carer.',
  carried_from_id: null,
  seconds: 60,
  questions: [],
};

beforeEach(() => {
  server.use(http.get('*/api/studies/study/comments', () => HttpResponse.json([])));
});

function talk(anonymity: MyRound['anonymity'], isPreview = false, item = ITEM) {
  return renderWithProviders(
    <RoundItemTalk
      studyId="study"
      roundId="round"
      memberId="ann"
      item={item}
      anonymity={anonymity}
      isPreview={isPreview}
      versionBefore={null}
    >
      {({ card, comments }) => (
        <main>
          {card}
          {comments}
        </main>
      )}
    </RoundItemTalk>,
  );
}

test.each([
  ['pseudonymous', /the panel may read it, too, without your name/],
  ['named', /the panel may read it, too, with your name/],
] as const)('who comments in a %s round is told first who reads it', async (anonymity, told) => {
  const { user } = talk(anonymity);
  await user.click(screen.getByRole('button', { name: 'Comment on this' }));
  expect(screen.getByLabelText(/Your comment/)).toHaveAccessibleDescription(told);
});

test('an unlinkable round offers no comment, since it would bear a name', () => {
  talk('unlinkable');
  expect(screen.getByRole('main')).toBeEmptyDOMElement();
});

test('a look at a draft offers no comment, since nothing is kept', () => {
  talk('pseudonymous', true);
  expect(screen.getByRole('main')).toBeEmptyDOMElement();
});

const VERSION = {
  id: 'version',
  mechanism_id: 'mechanism',
  number: 2,
  stage_id: 'stage',
  title: 'Working with power',
  definition: '',
  plain_summary: '',
  cmocs: [],
  is_frozen: true,
} as unknown as NonNullable<RoundItem['version']>;

test.each([
  ['one element', { element_id: 'M' }, 'M'],
  ['a link', { element_id: 'M', to_element_id: 'O' }, null],
  ['a whole configuration', {}, null],
])('a comment on %s of a mechanism is sent as being about that part', async (_, about, part) => {
  let sent: object | undefined;
  server.use(
    http.post('*/api/studies/study/comments', async ({ request }) => {
      sent = (await request.json()) as object;
      return HttpResponse.json({ ...sent, id: 'comment' }, { status: 201 });
    }),
  );
  const item = { ...ITEM, version: VERSION, cmoc_id: 'cmoc', ...about };
  const { user } = talk('pseudonymous', false, item as RoundItem);
  await user.click(screen.getByRole('button', { name: 'Comment on this' }));
  await user.type(screen.getByRole('textbox'), 'Not where I work.');
  await user.click(screen.getByRole('button', { name: /Send/ }));
  await waitFor(() =>
    expect(sent).toMatchObject({
      target: 'item',
      target_id: 'item',
      version_id: 'version',
      part,
      anchor: null,
    }),
  );
});

test('who tries out a round with a draft is offered no changes that only the team may read', () => {
  const item = { ...ITEM, version: VERSION };
  const { unmount } = talk('pseudonymous', false, item);
  expect(screen.getByText('Show what changed in the words')).toBeVisible();
  unmount();
  const draft = { ...item, version: { ...VERSION, is_frozen: false } };
  const tried = talk('pseudonymous', false, draft);
  expect(screen.queryByText('Show what changed in the words')).toBeNull();
  tried.unmount();
  talk('pseudonymous', true, draft);
  expect(screen.getByText('Show what changed in the words')).toBeVisible();
});
