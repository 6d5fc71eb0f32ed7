import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

/** Tells the team that an invited person will not take part; again with words, to add them. */
export function useDeclineInvitation() {
  return useMutation({
    mutationFn: (body: components['schemas']['Decline']) =>
      dataOf(api.POST('/api/invitations/decline', { body })),
  });
}

/** Takes a decline back; a fresh link comes by mail. */
export function useTakeBackDecline() {
  return useMutation({
    mutationFn: (token: string) =>
      dataOf(api.POST('/api/invitations/take-back', { body: { token } })),
  });
}
