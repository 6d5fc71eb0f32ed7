import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';
import { recordingKeys } from '../queries';

type Schemas = components['schemas'];
export type Intake = Schemas['IntakeRead'];
export type IntakeCreate = Schemas['IntakeCreate'];
export type UploadOnItsWay = Schemas['UploadRead'];
export type Limits = Schemas['IntakeLimits'];

const POLL_MS = 1000;

const intakeKeys = {
  all: (studyId: string) => ['intakes', studyId] as const,
  limits: (studyId: string) => [...intakeKeys.all(studyId), 'limits'] as const,
  one: (studyId: string, id: string) => [...intakeKeys.all(studyId), id] as const,
};

/** What this person is sending that has not become a recording yet. */
export function intakesQuery(studyId: string) {
  return queryOptions({
    queryKey: intakeKeys.all(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/intakes', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** One intake, asked for every second while its files are looked at. */
export function intakeQuery(studyId: string, intakeId: string) {
  return queryOptions({
    queryKey: intakeKeys.one(studyId, intakeId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/intakes/{intake_id}', {
          params: { path: { study_id: studyId, intake_id: intakeId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.state === 'looking' ? POLL_MS : false),
  });
}

export function limitsQuery(studyId: string) {
  return queryOptions({
    queryKey: intakeKeys.limits(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/intakes/limits', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** Says which files are to come, has refused ones looked at again, and calls them off. */
export function useIntakes(studyId: string) {
  const queries = useQueryClient();
  const path = (id: string) => ({ params: { path: { study_id: studyId, intake_id: id } } });
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: intakeKeys.all(studyId) }),
      queries.invalidateQueries({ queryKey: recordingKeys.all(studyId) }),
    ]);
  const announce = useMutation({
    mutationFn: (body: IntakeCreate) =>
      dataOf(
        api.POST('/api/studies/{study_id}/intakes', {
          params: { path: { study_id: studyId } },
          body,
        }),
      ),
    onSuccess: refresh,
  });
  const lookAgain = useMutation({
    mutationFn: ({ id, acceptCutOff }: { id: string; acceptCutOff: boolean }) =>
      dataOf(
        api.POST('/api/studies/{study_id}/intakes/{intake_id}/again', {
          ...path(id),
          body: { accept_cut_off: acceptCutOff },
        }),
      ),
    onSuccess: refresh,
  });
  const callOff = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/studies/{study_id}/intakes/{intake_id}', path(id)),
    onSuccess: refresh,
  });
  const leaveOut = useMutation({
    mutationFn: (uploadId: string) =>
      api.DELETE('/api/studies/{study_id}/uploads/{upload_id}', {
        params: {
          path: { study_id: studyId, upload_id: uploadId },
          header: { 'tus-resumable': '1.0.0' },
        },
      }),
    onSuccess: refresh,
  });
  return { announce, lookAgain, callOff, leaveOut, refresh };
}

/** True where a file of this disk is the one that is on its way: by name, size and time of change. */
export function isSameFile(file: File, upload: UploadOnItsWay): boolean {
  return (
    file.name === upload.file_name &&
    file.size === upload.size &&
    file.lastModified === upload.modified_ms
  );
}
