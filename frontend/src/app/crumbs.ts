import type { QueryClient } from '@tanstack/react-query';
import type { StaticDataRouteOption } from '@tanstack/react-router';

/** What a page may name itself by: the ids in its address, and what has been loaded. */
export interface CrumbPlace {
  params: { [name: string]: string };
  queries: QueryClient;
}

export interface Crumb {
  label: string;
  pathname: string;
}

interface Match {
  staticData: StaticDataRouteOption;
  pathname: string;
  params: object;
}

/** The pages on the way to this one that name themselves, the outermost first. */
export function crumbsOf(matches: readonly Match[], queries: QueryClient): Crumb[] {
  return matches.flatMap(({ staticData, pathname, params }) => {
    const label = staticData.crumb?.({ params: params as CrumbPlace['params'], queries });
    return label ? [{ label, pathname }] : [];
  });
}
