import { expect, test } from 'vitest';
import { person } from '@/testing/factories';
import { landingOf } from './membership';

test.each([
  ['a panel member', ['panel'], '/panel/$studyId'],
  ['an independent chair', ['chair'], '/panel/$studyId'],
  ['a researcher who also chairs', ['chair', 'researcher'], '/studies/$studyId'],
])('%s begins in their only study', (_who, roles, to) => {
  expect(landingOf(person({ studies: [roles] }))).toMatchObject({ to });
});

test('somebody in several studies chooses', () => {
  expect(landingOf(person({ studies: [['panel'], ['lead']] }))).toEqual({ to: '/home' });
});

test('an administrator begins at the list', () => {
  expect(landingOf(person({ studies: [['lead']], isAdministrator: true }))).toEqual({
    to: '/home',
  });
});
