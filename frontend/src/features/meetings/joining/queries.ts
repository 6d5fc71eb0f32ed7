import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';

/** How many letters a code has. */
export const CODE_LENGTH = 6;

/** Where a code leads me; `landing` is null for whoever is not asked or not signed in. */
export function doorQuery(code: string) {
  return queryOptions({
    queryKey: ['join', code],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/join/{code}', { params: { path: { code } }, signal })),
    // who is signed in may have changed since, and a wrong code costs a try
    gcTime: 0,
    retry: false,
  });
}

/** Has a link mailed to the address that was invited. */
export function useJoiningLink(code: string) {
  return useMutation({
    mutationFn: (email: string) =>
      dataOf(api.POST('/api/join/{code}/link', { params: { path: { code } }, body: { email } })),
  });
}

/** The letters of a code as they are typed, in capitals and without what stands between them. */
export function lettersOf(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .slice(0, CODE_LENGTH);
}

/** A code as it is shown: three letters, a space, three letters. */
export function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
