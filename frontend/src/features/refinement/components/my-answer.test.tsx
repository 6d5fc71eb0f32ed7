import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import type { MyAnswer, Said } from '../queries';
import { MyAnswerView } from './my-answer';

const AT = '2026-11-07T13:00:00Z';

function said(words: string, changes: Partial<Said> = {}): Said {
  return {
    id: words,
    kind: 'comment',
    words,
    at: AT,
    place: 'round',
    place_title: 'First round',
    about: 'Working with power',
    moderation: null,
    fate: 'waiting',
    steps: [{ kind: 'said', at: AT, reason: '', change: null }],
    ...changes,
  };
}

function answer(changes: Partial<MyAnswer>): MyAnswer {
  return { rounds: [], said: [], changes: [], ...changes };
}

describe('what became of what I said', () => {
  it('says how to begin when I have said nothing', () => {
    renderWithProviders(<MyAnswerView answer={answer({})} />);
    expect(screen.getByRole('heading', { name: 'You have not said anything yet' })).toBeVisible();
  });

  it('says whether the panel may read a comment of mine, in which words, or why not', () => {
    const mine = (changes: Partial<NonNullable<Said['moderation']>>) => ({
      standing: 'released' as const,
      withheld_for: null,
      reason: '',
      words: '',
      ...changes,
    });
    renderWithProviders(
      <MyAnswerView
        answer={answer({
          said: [
            said('Dr Smith never asks.', { moderation: mine({ words: 'Nobody asks.' }) }),
            said('Dr Smith!', {
              moderation: mine({
                standing: 'withheld',
                withheld_for: 'names_somebody',
                reason: 'Say it without the name.',
              }),
            }),
          ],
        })}
      />,
    );
    expect(screen.getByText(/The panel reads: “Nobody asks.”/)).toBeVisible();
    expect(screen.getByText(/Not shown/)).toBeVisible();
    expect(screen.getByText(/It names somebody.*Say it without the name\./)).toBeVisible();
  });

  it('tells the change in plain words, with before and now', () => {
    const change = {
      kind: 'revise' as const,
      before: [{ id: '1', title: 'Working with power', words: 'Leaders share with partners.' }],
      after: [{ id: '2', title: 'Working with power', words: 'Leaders share with carers.' }],
    };
    const mine = said('Carers are missing.', {
      fate: 'accepted',
      steps: [
        { kind: 'said', at: AT, reason: '', change: null },
        { kind: 'accepted', at: AT, reason: 'You told us that carers were left out.', change },
      ],
    });
    renderWithProviders(<MyAnswerView answer={answer({ said: [mine] })} />);
    const card = screen.getByRole('article');
    expect(within(card).getByText('It changed the theory')).toBeVisible();
    const timeline = within(card).getByRole('list', { name: 'What happened to it' });
    expect(timeline).toHaveTextContent('You told us that carers were left out.');
    expect(timeline).toHaveTextContent('BeforeWorking with powerLeaders share with partners.');
    expect(timeline).toHaveTextContent('NowWorking with powerLeaders share with carers.');
    expect(screen.getByText('1 of the things you said changed the theory.')).toBeVisible();
  });

  it('puts what has news first, and shows the long rest when asked', async () => {
    const waiting = ['one', 'two', 'three', 'four', 'five'].map((words) => said(words));
    const refused = said('refused', { fate: 'not_followed' });
    const { user } = renderWithProviders(
      <MyAnswerView answer={answer({ said: [...waiting, refused] })} />,
    );
    const words = () =>
      screen.getAllByRole('article').map((card) => card.querySelector('blockquote')?.textContent);
    expect(words()).toEqual(['refused', 'one', 'two', 'three']);
    await user.click(screen.getByRole('button', { name: 'Show 2 more things you said' }));
    expect(words()).toEqual(['refused', 'one', 'two', 'three', 'four', 'five']);
  });
});
