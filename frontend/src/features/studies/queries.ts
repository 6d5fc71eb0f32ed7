import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

/** Tells the team that an invited person will not take part. */
export function useDeclineInvitation() {
  return useMutation({
    mutationFn: (body: components['schemas']['Decline']) =>
      dataOf(api.POST('/api/invitations/decline', { body })),
  });
}
