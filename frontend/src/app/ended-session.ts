import type { QueryClient } from '@tanstack/react-query';
import { asProblem } from '@/api/errors';
import { peopleKeys } from '@/features/people/queries';

interface Revalidated {
  invalidate: () => Promise<void>;
}

/**
 * When the server no longer knows who is asking, the page asks to sign in and then comes back here;
 * when there is a new consent form, or an invitation to answer, it asks for that first.
 */
export function watchForEndedSession(queries: QueryClient, router: Revalidated): void {
  queries.getQueryCache().subscribe(({ query, type }) => {
    const { error } = query.state;
    const isAboutMe = query.queryKey.join() === peopleKeys.me().join();
    if (type !== 'updated' || isAboutMe || !error) {
      return;
    }
    const { isNotSignedIn, isConsentNeeded, isInvitationOpen } = asProblem(error);
    if (!isNotSignedIn && !isConsentNeeded && !isInvitationOpen) {
      return;
    }
    queries.removeQueries({ queryKey: peopleKeys.me() });
    void router.invalidate();
  });
}
