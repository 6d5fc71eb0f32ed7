import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { renderWithProviders } from '@/testing/render';
import type { Answer, Question } from '../queries';
import type { Given } from '../round-answers';
import { useAnswerWords } from '../use-answer-words';
import { QuestionField } from './question-field';

const OPTIONS = [
  { id: '1', label: 'At home' },
  { id: '2', label: 'At work' },
  { id: '3', label: 'On the way' },
];
const MECHANISMS = [{ version_id: 'v9', mechanism_id: 'm9', title: 'Working with power' }];
const SCALE = {
  low: 1,
  high: 9,
  low_label: '',
  high_label: '',
  bands: [
    { name: 'not important', low: 1, high: 3 },
    { name: 'important', low: 4, high: 6 },
    { name: 'critical', low: 7, high: 9 },
  ],
};

function question(kind: Question['kind'], more: Partial<Question> = {}): Question {
  return {
    id: kind,
    kind,
    prompt: 'What do you say?',
    scale: null,
    options: [],
    at_most: null,
    ...more,
  };
}

function before(rating: number): Answer {
  return {
    question_id: 'rating',
    rating,
    is_unable: false,
    vote: null,
    choices: null,
    text: '',
    reason: '',
    revision: 1,
    answered_at: '2026-11-01T10:00:00Z',
    saved_at: '2026-11-01T10:00:00Z',
    entered_how: '',
    given_on: null,
  };
}

/** A question with its answer, which is also said in words beneath it. */
function Asked({ asked, earlier }: { asked: Question; earlier?: Answer }) {
  const [given, setGiven] = useState<Given>();
  const words = useAnswerWords(asked, MECHANISMS);
  return (
    <>
      <QuestionField
        question={asked}
        given={given}
        onGive={setGiven}
        others={MECHANISMS}
        before={earlier}
      />
      <output aria-label="answer">{words(given)}</output>
      <output aria-label="reason">{given?.reason}</output>
    </>
  );
}

const answer = () => screen.getByLabelText('answer').textContent;

test('one option is chosen by keyboard among radios', async () => {
  const { user } = renderWithProviders(<Asked asked={question('choice', { options: OPTIONS })} />);
  await user.tab();
  await user.keyboard(' ');
  expect(answer()).toBe('At home');
  await user.keyboard('{ArrowDown}');
  expect(answer()).toBe('At work');
  expect(screen.getByRole('group', { name: 'What do you say?' })).toBeVisible();
});

test('of several options no more than allowed can be chosen, and one can be taken back', async () => {
  const asked = question('choice', { options: OPTIONS, at_most: 2 });
  const { user } = renderWithProviders(<Asked asked={asked} />);
  await user.click(screen.getByRole('checkbox', { name: 'On the way' }));
  expect(screen.getByText('Choose 2 at most. You have chosen 1.')).toBeVisible();
  await user.click(screen.getByRole('checkbox', { name: 'At home' }));
  expect(screen.getByRole('checkbox', { name: 'At work' })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: 'On the way' }));
  expect(answer()).toBe('At home');
  expect(screen.getByRole('checkbox', { name: 'At work' })).toBeEnabled();
});

test('a ranking is put in order by keyboard, is read out, and keeps the focus on its line', async () => {
  const { user } = renderWithProviders(<Asked asked={question('ranking', { options: OPTIONS })} />);
  screen.getByRole('button', { name: 'Move up: On the way' }).focus();
  await user.keyboard('{Enter}');
  expect(answer()).toBe('1. At home, 2. On the way, 3. At work');
  expect(screen.getByText('On the way: now 2 of 3')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Move up: On the way' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(answer()).toBe('1. On the way, 2. At home, 3. At work');
  expect(screen.getByRole('button', { name: 'Move down: On the way' })).toHaveFocus();
});

test('an order that is right as it stands is given with one press', async () => {
  const { user } = renderWithProviders(<Asked asked={question('ranking', { options: OPTIONS })} />);
  expect(answer()).toBe('');
  await user.click(screen.getByRole('button', { name: 'This order is right' }));
  expect(answer()).toBe('1. At home, 2. At work, 3. On the way');
});

test('merging asks with which mechanism, keeping does not', async () => {
  const options = [
    { id: 'keep', label: 'Keep it' },
    { id: 'merge', label: 'Merge it' },
  ];
  const { user } = renderWithProviders(<Asked asked={question('decision', { options })} />);
  await user.click(screen.getByRole('radio', { name: 'Merge it' }));
  await user.selectOptions(screen.getByLabelText('With which mechanism?'), 'Working with power');
  expect(answer()).toBe('Merge it, Working with power');
  await user.click(screen.getByRole('radio', { name: 'Keep it' }));
  expect(answer()).toBe('Keep it');
  expect(screen.queryByLabelText('With which mechanism?')).not.toBeInTheDocument();
});

test('an idea for what is missing is taken in words', async () => {
  const { user } = renderWithProviders(<Asked asked={question('missing')} />);
  await user.type(screen.getByRole('textbox', { name: 'What do you say?' }), 'Nights');
  expect(answer()).toBe('Nights');
});

test('an answer that crosses a band is asked for a reason, and only for as long as it does', async () => {
  const { user } = renderWithProviders(
    <Asked asked={question('rating', { scale: SCALE })} earlier={before(5)} />,
  );
  await user.click(screen.getByRole('radio', { name: '6, important' }));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: '8, critical' }));
  const why = screen.getByRole('textbox', {
    name: 'Last time you said “important”, now “critical”. What changed your mind?',
  });
  await user.type(why, 'The nights');
  expect(screen.getByLabelText('reason')).toHaveTextContent('The nights');
  expect(answer()).toBe('8');
  await user.click(screen.getByRole('radio', { name: '4, important' }));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.getByLabelText('reason')).toBeEmptyDOMElement();
});
