import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

export type Person = components['schemas']['Me'];
export type Membership = components['schemas']['MembershipRead'];

export const peopleKeys = {
  all: ['people'] as const,
  me: () => [...peopleKeys.all, 'me'] as const,
};

/** Who is signed in; a `Problem` with status 401 when nobody is. */
export function meQuery() {
  return queryOptions({
    queryKey: peopleKeys.me(),
    queryFn: ({ signal }) => dataOf(api.GET('/api/me', { signal })),
    staleTime: 5 * 60_000,
  });
}

/** Signs staff in; what an earlier person had loaded is forgotten first. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['PasswordSignIn']) =>
      dataOf(api.POST('/api/sign-in', { body })),
    onSuccess: () => queries.clear(),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/sign-out')),
    onSuccess: () => queries.clear(),
  });
}

/** Follows a magic link; answers where it lands. */
export function useFollowLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => dataOf(api.POST('/api/sign-in/link', { body: { token } })),
    onSuccess: () => queries.clear(),
  });
}

/** Asks for a fresh link in place of one that is over; answers a hint of the address it went to. */
export function useRenewLink() {
  return useMutation({
    mutationFn: (token: string) => dataOf(api.POST('/api/sign-in/link/renew', { body: { token } })),
  });
}
