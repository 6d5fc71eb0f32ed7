import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import { server } from '@/testing/server';
import { useChangedSinceStage } from './changed-since-stage';

function Card() {
  return <article>{useChangedSinceStage('s', 'v')}</article>;
}

function answer(before: { stage_label: string } | null, kind: 'same' | 'new') {
  const same = [{ kind: 'same', text: 'Working with power' }];
  server.use(
    http.get('*/versions/v/differences/stage', () =>
      HttpResponse.json({
        before,
        after: null,
        title: same,
        plain_summary: [{ kind, text: 'In plain words.' }],
        definition: [],
        cmocs: [],
      }),
    ),
  );
  return renderWithProviders(<Card />);
}

test('what changed since the stage before is one tap away', async () => {
  const { user } = answer({ stage_label: '1a' }, 'new');
  await user.click(await screen.findByText('What changed since stage 1a'));
  expect(screen.getByText('In plain words.')).toBeVisible();
});

test('words that stayed the same are said to be the same', async () => {
  answer({ stage_label: '1a' }, 'same');
  expect(await screen.findByText('These words are the same as in stage 1a.')).toBeVisible();
});
