import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { useFocusOnNewPage } from '@/app/focus-on-new-page';
import { NotFoundPage } from '@/app/pages/not-found-page';
import { ProblemPage } from '@/app/pages/problem-page';

interface RouterContext {
  queries: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: ProblemPage,
});

function Root() {
  useFocusOnNewPage();
  return <Outlet />;
}
