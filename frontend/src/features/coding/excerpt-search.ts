import { ELEMENTS, STANCES } from './choices';

/** What the address of the page holds; everything that is there must hold. */
export interface ExcerptSearch {
  code?: string;
  mechanism?: string;
  /** A group's id, or `none` where it is not known who spoke. */
  group?: string;
  stance?: (typeof STANCES)[number];
  element?: (typeof ELEMENTS)[number];
  document?: string;
  lost?: boolean;
}

/** Reads an address, leaving out what is not a filter. */
export function excerptSearch(search: Record<string, unknown>): ExcerptSearch {
  const { code, mechanism, group, document } = search;
  const stance = STANCES.find((value) => value === search.stance);
  const element = ELEMENTS.find((value) => value === search.element);
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof mechanism === 'string' && { mechanism }),
    ...(typeof group === 'string' && { group }),
    ...(typeof document === 'string' && { document }),
    ...(stance && { stance }),
    ...(element && { element }),
    ...(search.lost === true && { lost: true }),
  };
}
