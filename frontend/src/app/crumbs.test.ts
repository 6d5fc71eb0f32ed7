import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { meetingQuery } from '@/features/meetings/queries';
import { recordingQuery } from '@/features/recordings/queries';
import { mechanismQuery } from '@/features/theory/queries';
import { crumbsOf } from './crumbs';
import { words } from './i18n/start';
import { router } from './router';

const queries = new QueryClient();
const IDS = { studyId: 'study-1', meetingId: 'm1', recordingId: 'r1', mechanismId: 'me1' };

afterEach(() => queries.clear());

async function labelsAt(path: string): Promise<string[]> {
  await words('exchange', 'theory', 'meetings', 'recordings')();
  const matches = router.matchRoutes(`/studies/study-1${path}`, {});
  const found = matches.map(({ staticData, pathname, params }) => ({
    staticData: staticData ?? {},
    pathname,
    params,
  }));
  return crumbsOf(found, queries).map(({ label }) => label);
}

test('the import of mechanisms stands below the mechanisms', async () => {
  expect(await labelsAt('/mechanisms/import')).toEqual(['Mechanisms', 'Take mechanisms in']);
});

test.each([
  [
    '/mechanisms/me1',
    'Mechanisms',
    mechanismQuery('study-1', 'me1').queryKey,
    {
      versions: [{ title: 'Trust' }, { title: 'An older name' }],
    },
  ],
  ['/meetings/m1', 'Meetings', meetingQuery(IDS).queryKey, { title: 'Trust' }],
  ['/recordings/r1', 'Recordings', recordingQuery('study-1', 'r1').queryKey, { title: 'Trust' }],
])('the page at %s ends the way to it with its own name', async (path, above, key, loaded) => {
  queries.setQueryData<unknown>(key, loaded);
  expect(await labelsAt(path)).toEqual([above, 'Trust']);
});

test('a thing that is not loaded yet has no name on the way', async () => {
  expect(await labelsAt('/meetings/m1')).toEqual(['Meetings']);
});
