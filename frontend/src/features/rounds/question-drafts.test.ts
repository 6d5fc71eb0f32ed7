import { expect, test } from 'vitest';
import {
  cutEvenly,
  draftOf,
  flawOf,
  newOption,
  newQuestion,
  ofKind,
  sent,
} from './question-drafts';

const NAMES = ['low', 'middle', 'high'];

test('a choice is sent without its empty options, and nobody may choose more than there are', () => {
  const draft = {
    ...newQuestion('choice'),
    options: [newOption('Now '), newOption(''), newOption('Later')],
    atMost: 5,
  };
  expect(sent(draft)).toEqual({
    kind: 'choice',
    prompt: '',
    options: ['Now', 'Later'],
    at_most: 2,
  });
});

test('a question that cannot be asked says why', () => {
  const choice = newQuestion('choice');
  expect(flawOf({ ...choice, options: [newOption('Now'), newOption(' ')] })).toBe('options');
  expect(flawOf({ ...choice, options: [newOption('Now'), newOption('now ')] })).toBe('twice');
  expect(flawOf({ ...choice, options: [newOption('Now'), newOption('Later')] })).toBeUndefined();
  expect(flawOf(newQuestion('vote'))).toBeUndefined();
});

test('bands cover each point once, each with a name of its own', () => {
  const scale = { low: 0, high: 10, bands: cutEvenly(0, 10, NAMES) };
  const rating = newQuestion('rating');
  expect(flawOf({ ...rating, scale })).toBeUndefined();
  const gap = scale.bands.map((band, place) => (place === 1 ? { ...band, high: 5 } : band));
  expect(flawOf({ ...rating, scale: { ...scale, bands: gap } })).toBe('bands');
  expect(flawOf({ ...rating, scale: { ...scale, bands: cutEvenly(0, 10, ['a', 'A', 'b']) } })).toBe(
    'bands',
  );
});

test.each([
  [1, 9, [3, 6, 9]],
  [1, 7, [2, 5, 7]],
  [1, 5, [2, 3, 5]],
  [0, 10, [3, 6, 10]],
])('%i to %i is cut into an equal low and high band', (low, high, ends) => {
  expect(cutEvenly(low, high, NAMES).map((band) => band.high)).toEqual(ends);
});

test('another kind of question takes the usual words and keeps a list of options', () => {
  const choice = { ...ofKind(newQuestion('text'), 'choice'), prompt: 'Which?' };
  expect(choice.options).toHaveLength(2);
  const ranking = ofKind({ ...choice, options: [newOption('A'), newOption('B')] }, 'ranking');
  expect(ranking.prompt).toBe('');
  expect(ranking.options.map(({ label }) => label)).toEqual(['A', 'B']);
});

test('what is asked comes back as it was sent', () => {
  const asked = {
    id: 'q',
    kind: 'choice' as const,
    prompt: 'When?',
    scale: null,
    options: [
      { id: '1', label: 'Now' },
      { id: '2', label: 'Later' },
    ],
    at_most: 2,
  };
  expect(sent(draftOf(asked))).toEqual({
    kind: 'choice',
    prompt: 'When?',
    options: ['Now', 'Later'],
    at_most: 2,
  });
});
