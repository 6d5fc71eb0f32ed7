import { expect, test } from 'vitest';
import { router } from '@/app/router';
import { PLACES } from './study-navigation';

test.each(PLACES.map(({ key, path }) => [key, path]))(
  'the place "%s" is a page that exists',
  (_key, path) => {
    const matches = router.matchRoutes(`/studies/study-1${path}`, {});
    const page = `/studies/$studyId${path}`;
    // an address that is nobody's would be answered by the study's own layout alone
    expect(path ? [page, `${page}/`] : [`${page}/`]).toContain(matches.at(-1)?.fullPath);
  },
);
