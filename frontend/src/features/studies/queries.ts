import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { KEPT } from '@/lib/kept-pages';

type Schemas = components['schemas'];
export type Study = Schemas['StudyRead'];
export type Stage = Schemas['StageRead'];
export type Group = Schemas['GroupRead'];
export type Permission = Schemas['Permission'];
export type ConsentRead = Schemas['ConsentRead'];

const studiesKeys = {
  all: ['studies'] as const,
  study: (studyId: string) => [...studiesKeys.all, studyId] as const,
  consent: (studyId: string) => [...studiesKeys.study(studyId), 'consent'] as const,
};

const STUDY = '/api/studies/{study_id}';

function pathOf(studyId: string) {
  return { path: { study_id: studyId } };
}

/** A study with its stages and groups, and what the reader may do in it. */
export function studyQuery(studyId: string) {
  return queryOptions({
    queryKey: studiesKeys.study(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}', { params: { path: { study_id: studyId } }, signal }),
      ),
    meta: KEPT,
  });
}

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

/** Says that one takes part, without the link in the mail; also after a no. */
export function useTakePart(studyId: string) {
  return useMutation({
    mutationFn: () => dataOf(api.POST(`${STUDY}/invitation/take-up`, { params: pathOf(studyId) })),
  });
}

/** Says that one does not take part. */
export function useTurnDown(studyId: string) {
  return useMutation({
    mutationFn: () =>
      dataOf(api.POST(`${STUDY}/invitation/turn-down`, { params: pathOf(studyId) })),
  });
}

/** The consent form in force and when the reader agreed to it. */
export function consentQuery(studyId: string) {
  return queryOptions({
    queryKey: studiesKeys.consent(studyId),
    queryFn: ({ signal }) =>
      dataOf(api.GET(`${STUDY}/consent`, { params: pathOf(studyId), signal })),
  });
}

/** Agrees to a version of the consent form; refused when there is a newer one. */
export function useGiveConsent(studyId: string) {
  const readAnew = useReadStudyAnew(studyId);
  return useMutation({
    mutationFn: (formId: string) =>
      dataOf(api.POST(`${STUDY}/consent`, { params: pathOf(studyId), body: { form_id: formId } })),
    onSettled: readAnew,
  });
}

/** Begins a study, led by whoever begins it. */
export function useCreateStudy() {
  return useMutation({
    mutationFn: (body: Schemas['StudyCreate']) => dataOf(api.POST('/api/studies', { body })),
  });
}

/** Changes the study's words, its threshold or its consent form: what is not sent stays. */
export function useUpdateStudy(studyId: string) {
  const readAnew = useReadStudyAnew(studyId);
  return useMutation({
    mutationFn: (body: Schemas['StudyUpdate']) =>
      dataOf(api.PATCH(STUDY, { params: pathOf(studyId), body })),
    onSuccess: readAnew,
  });
}

export function useAddStage(studyId: string) {
  const readAnew = useReadStudyAnew(studyId);
  return useMutation({
    mutationFn: (body: Schemas['StageCreate']) =>
      dataOf(api.POST(`${STUDY}/stages`, { params: pathOf(studyId), body })),
    onSuccess: readAnew,
  });
}

/** Retitles a stage or says where it stands; making one current closes the one before. */
export function useUpdateStage(studyId: string, stageId: string) {
  const readAnew = useReadStudyAnew(studyId);
  return useMutation({
    mutationFn: (body: Schemas['StageUpdate']) =>
      dataOf(
        api.PATCH(`${STUDY}/stages/{stage_id}`, {
          params: { path: { study_id: studyId, stage_id: stageId } },
          body,
        }),
      ),
    onSuccess: readAnew,
  });
}

export function useAddGroup(studyId: string) {
  const readAnew = useReadStudyAnew(studyId);
  return useMutation({
    mutationFn: (body: Schemas['GroupCreate']) =>
      dataOf(api.POST(`${STUDY}/groups`, { params: pathOf(studyId), body })),
    onSuccess: readAnew,
  });
}

type Part = 'stages' | 'groups';

/** Puts the stages or the groups in another order. */
export function useOrder(studyId: string, part: Part) {
  const readAnew = useReadStudyAnew(studyId);
  return useMutation({
    mutationFn: async (ids: string[]): Promise<void> => {
      const options = { params: pathOf(studyId), body: { ids } };
      await (part === 'stages'
        ? dataOf(api.PUT(`${STUDY}/stages/order`, options))
        : dataOf(api.PUT(`${STUDY}/groups/order`, options)));
    },
    onSettled: readAnew,
  });
}

/** Removes a stage or a group; refused while anything belongs to it. */
export function useRemove(studyId: string, part: Part) {
  const readAnew = useReadStudyAnew(studyId);
  return useMutation({
    mutationFn: (id: string) =>
      part === 'stages'
        ? dataOf(
            api.DELETE(`${STUDY}/stages/{stage_id}`, {
              params: { path: { study_id: studyId, stage_id: id } },
            }),
          )
        : dataOf(
            api.DELETE(`${STUDY}/groups/{group_id}`, {
              params: { path: { study_id: studyId, group_id: id } },
            }),
          ),
    onSuccess: readAnew,
  });
}

export function useUpdateGroup(studyId: string, groupId: string) {
  const readAnew = useReadStudyAnew(studyId);
  return useMutation({
    mutationFn: (body: Schemas['GroupUpdate']) =>
      dataOf(
        api.PATCH(`${STUDY}/groups/{group_id}`, {
          params: { path: { study_id: studyId, group_id: groupId } },
          body,
        }),
      ),
    onSuccess: readAnew,
  });
}

function useReadStudyAnew(studyId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: studiesKeys.study(studyId) });
}
