import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { KEPT } from '@/lib/kept-pages';

export type Person = components['schemas']['Me'];
export type Membership = components['schemas']['MembershipRead'];
export type Member = components['schemas']['MemberRead'];
export type Group = components['schemas']['GroupRead'];
export type Role = components['schemas']['Role'];
export type Recruitment = components['schemas']['Recruitment'];
export type Mail = components['schemas']['MailRead'];

export const peopleKeys = {
  all: ['people'] as const,
  me: () => [...peopleKeys.all, 'me'] as const,
  outbox: () => [...peopleKeys.all, 'outbox'] as const,
  study: (studyId: string) => [...peopleKeys.all, 'study', studyId] as const,
  members: (studyId: string) => [...peopleKeys.study(studyId), 'members'] as const,
  recruitment: (studyId: string) => [...peopleKeys.study(studyId), 'recruitment'] as const,
};

const MEMBERS = '/api/studies/{study_id}/members';

function pathOf(studyId: string) {
  return { path: { study_id: studyId } };
}

/** Who is signed in; a `Problem` with status 401 when nobody is. */
export function meQuery() {
  return queryOptions({
    queryKey: peopleKeys.me(),
    queryFn: ({ signal }) => dataOf(api.GET('/api/me', { signal })),
    staleTime: 5 * 60_000,
    meta: KEPT,
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

/** Signs every other browser of this person out; this one stays. */
export function useSignOutElsewhere() {
  return useMutation({ mutationFn: () => dataOf(api.POST('/api/sign-out/elsewhere')) });
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

/** Everybody in a study, for the team. */
export function membersQuery(studyId: string) {
  return queryOptions({
    queryKey: peopleKeys.members(studyId),
    queryFn: ({ signal }) => dataOf(api.GET(MEMBERS, { params: pathOf(studyId), signal })),
  });
}

/** Invited, active, declined and silent, by stakeholder group in the study's order. */
export function recruitmentQuery(studyId: string) {
  return queryOptions({
    queryKey: peopleKeys.recruitment(studyId),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/studies/{study_id}/recruitment', { params: pathOf(studyId), signal })),
  });
}

/** Reads members and recruitment anew. */
export function useReadPeopleAnew(studyId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: peopleKeys.study(studyId) });
}

export function useInvite(studyId: string) {
  const readAnew = useReadPeopleAnew(studyId);
  return useMutation({
    mutationFn: (body: components['schemas']['MemberInvite']) =>
      dataOf(api.POST(MEMBERS, { params: pathOf(studyId), body })),
    onSuccess: readAnew,
  });
}

export function useUpdateMember(studyId: string, memberId: string) {
  const readAnew = useReadPeopleAnew(studyId);
  return useMutation({
    mutationFn: (body: components['schemas']['MemberUpdate']) =>
      dataOf(
        api.PATCH('/api/studies/{study_id}/members/{member_id}', {
          params: { path: { study_id: studyId, member_id: memberId } },
          body,
        }),
      ),
    onSuccess: readAnew,
  });
}

/** Mails a member a fresh link. */
export function useSendAgain(studyId: string) {
  const readAnew = useReadPeopleAnew(studyId);
  return useMutation({
    mutationFn: (memberId: string) =>
      dataOf(
        api.POST('/api/studies/{study_id}/members/{member_id}/send-again', {
          params: { path: { study_id: studyId, member_id: memberId } },
        }),
      ),
    onSuccess: readAnew,
  });
}

/** Ends somebody's part in the study at once; what they said stays. */
export function useTakeOut(studyId: string, memberId: string) {
  const readAnew = useReadPeopleAnew(studyId);
  return useMutation({
    mutationFn: (reason: string) =>
      dataOf(
        api.POST('/api/studies/{study_id}/members/{member_id}/take-out', {
          params: { path: { study_id: studyId, member_id: memberId } },
          body: { reason },
        }),
      ),
    onSuccess: readAnew,
  });
}

/** Lets somebody who was taken out take part again. */
export function useBringBack(studyId: string) {
  const readAnew = useReadPeopleAnew(studyId);
  return useMutation({
    mutationFn: (memberId: string) =>
      dataOf(
        api.POST('/api/studies/{study_id}/members/{member_id}/bring-back', {
          params: { path: { study_id: studyId, member_id: memberId } },
        }),
      ),
    onSuccess: readAnew,
  });
}

/** True for those whom the team took out; who left by themselves has said so. */
export function wasTakenOut({ state, declined_at: declinedAt }: Member): boolean {
  return state === 'left' && declinedAt === null;
}

/** Sets or changes one's own password. */
export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { old: string; new: string }) =>
      dataOf(api.POST('/api/me/password', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery().queryKey }),
  });
}

/** The newest mails that were written, for administrators. */
export function outboxQuery() {
  return queryOptions({
    queryKey: peopleKeys.outbox(),
    queryFn: ({ signal }) => dataOf(api.GET('/api/administration/mails', { signal })),
    staleTime: 0,
  });
}
