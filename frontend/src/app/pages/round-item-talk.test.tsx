import { screen } from '@testing-library/react';
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

function talk(anonymity: MyRound['anonymity'], isPreview = false) {
  return renderWithProviders(
    <RoundItemTalk
      studyId="study"
      roundId="round"
      memberId="ann"
      item={ITEM}
      anonymity={anonymity}
      isPreview={isPreview}
      versionBefore={null}
    >
      {({ comments }) => <main>{comments}</main>}
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
