import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];
export type Mechanism = Schemas['MechanismRead'];
export type MechanismDetail = Schemas['MechanismDetail'];
export type Version = Schemas['VersionRead'];
export type Cmoc = Schemas['CmocRead'];
export type Element = Schemas['ElementIn'];
export type Edge = Schemas['EdgeRead'];
export type Differences = Schemas['VersionDifferences'];
export type Lineage = Schemas['Lineage'];
export type LineageKind = Schemas['LineageKind'];
export type SourceLink = Schemas['SourceLinkRead'];

const theoryKeys = {
  all: (studyId: string) => ['theory', studyId] as const,
  mechanisms: (studyId: string) => [...theoryKeys.all(studyId), 'mechanisms'] as const,
  mechanism: (studyId: string, id: string) => [...theoryKeys.mechanisms(studyId), id] as const,
  version: (studyId: string, id: string) => [...theoryKeys.all(studyId), 'version', id] as const,
  differences: (studyId: string, id: string, against: string | undefined) =>
    [...theoryKeys.version(studyId, id), 'differences', against ?? 'before'] as const,
  lineage: (studyId: string) => [...theoryKeys.all(studyId), 'lineage'] as const,
  sources: (studyId: string) => [...theoryKeys.all(studyId), 'sources'] as const,
};

/** Every mechanism with its newest version that the reader may see. */
export function mechanismsQuery(studyId: string) {
  return queryOptions({
    queryKey: theoryKeys.mechanisms(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/mechanisms', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** A mechanism with all its versions, newest first, its lineage and its sources. */
export function mechanismQuery(studyId: string, mechanismId: string) {
  return queryOptions({
    queryKey: theoryKeys.mechanism(studyId, mechanismId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/mechanisms/{mechanism_id}', {
          params: { path: { study_id: studyId, mechanism_id: mechanismId } },
          signal,
        }),
      ),
  });
}

/** One version whole. */
export function versionQuery(studyId: string, versionId: string) {
  return queryOptions({
    queryKey: theoryKeys.version(studyId, versionId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/versions/{version_id}', {
          params: { path: { study_id: studyId, version_id: versionId } },
          signal,
        }),
      ),
  });
}

/** What a version changed: against another, or against the one before it. */
export function differencesQuery(studyId: string, versionId: string, against?: string) {
  return queryOptions({
    queryKey: theoryKeys.differences(studyId, versionId, against),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/versions/{version_id}/differences', {
          params: {
            path: { study_id: studyId, version_id: versionId },
            query: against ? { against } : {},
          },
          signal,
        }),
      ),
  });
}

/** What a version changed since the stage before; `before` is null where it began in this one. */
export function stageDifferencesQuery(studyId: string, versionId: string) {
  return queryOptions({
    queryKey: theoryKeys.differences(studyId, versionId, 'stage'),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/versions/{version_id}/differences/stage', {
          params: { path: { study_id: studyId, version_id: versionId } },
          signal,
        }),
      ),
  });
}

export function lineageQuery(studyId: string) {
  return queryOptions({
    queryKey: theoryKeys.lineage(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/lineage', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

export function sourcesQuery(studyId: string) {
  return queryOptions({
    queryKey: theoryKeys.sources(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/sources', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** Writes a new mechanism. */
export function useCreateMechanism(studyId: string) {
  const changed = useTheoryChanged(studyId);
  return useMutation({
    mutationFn: (body: Schemas['MechanismCreate']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/mechanisms', {
          params: { path: { study_id: studyId } },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

/** Saves an edit; a draft is changed in place, a frozen version gets a next one. */
export function useSaveMechanism(studyId: string, mechanismId: string) {
  const changed = useTheoryChanged(studyId);
  return useMutation({
    mutationFn: (body: Schemas['VersionSave']) =>
      dataOf(
        api.PUT('/api/studies/{study_id}/mechanisms/{mechanism_id}', {
          params: { path: { study_id: studyId, mechanism_id: mechanismId } },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

/** Ends a mechanism, or takes that back. */
export function useRetirement(studyId: string, mechanismId: string) {
  const changed = useTheoryChanged(studyId);
  const params = { path: { study_id: studyId, mechanism_id: mechanismId } };
  const retire = useMutation({
    mutationFn: (note: string) =>
      dataOf(
        api.POST('/api/studies/{study_id}/mechanisms/{mechanism_id}/retire', {
          params,
          body: { note },
        }),
      ),
    onSuccess: changed,
  });
  const reinstate = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/studies/{study_id}/mechanisms/{mechanism_id}/reinstate', { params })),
    onSuccess: changed,
  });
  return { retire, reinstate };
}

/** Says by hand how a version came from another. */
export function useAddEdge(studyId: string) {
  const changed = useTheoryChanged(studyId);
  return useMutation({
    mutationFn: (body: Schemas['EdgeCreate']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/lineage', {
          params: { path: { study_id: studyId } },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

export function useRemoveEdge(studyId: string) {
  const changed = useTheoryChanged(studyId);
  return useMutation({
    mutationFn: (edgeId: string) =>
      dataOf(
        api.DELETE('/api/studies/{study_id}/lineage/{edge_id}', {
          params: { path: { study_id: studyId, edge_id: edgeId } },
        }),
      ),
    onSuccess: changed,
  });
}

export function useAddSource(studyId: string) {
  const changed = useTheoryChanged(studyId);
  return useMutation({
    mutationFn: (body: Schemas['SourceCreate']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/sources', {
          params: { path: { study_id: studyId } },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

/** Puts a source behind a version. */
export function useLinkSource(studyId: string, versionId: string) {
  const changed = useTheoryChanged(studyId);
  return useMutation({
    mutationFn: (body: Schemas['SourceLinkCreate']) =>
      dataOf(
        api.POST('/api/studies/{study_id}/versions/{version_id}/sources', {
          params: { path: { study_id: studyId, version_id: versionId } },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

export function useUnlinkSource(studyId: string, versionId: string) {
  const changed = useTheoryChanged(studyId);
  return useMutation({
    mutationFn: (linkId: string) =>
      dataOf(
        api.DELETE('/api/studies/{study_id}/versions/{version_id}/sources/{link_id}', {
          params: { path: { study_id: studyId, version_id: versionId, link_id: linkId } },
        }),
      ),
    onSuccess: changed,
  });
}

/** What words that are not saved yet would change in a version. */
export function compareUnsaved(studyId: string, versionId: string, body: Schemas['VersionIn']) {
  return dataOf(
    api.POST('/api/studies/{study_id}/versions/{version_id}/differences', {
      params: { path: { study_id: studyId, version_id: versionId } },
      body,
    }),
  );
}

/** Notation as elements; a `Problem` says where it cannot be read. */
export function parseNotation(studyId: string, text: string) {
  return dataOf(
    api.POST('/api/studies/{study_id}/cmocs/parse', {
      params: { path: { study_id: studyId } },
      body: { text },
    }),
  );
}

/** Elements as notation and as a sentence. */
export function formatElements(studyId: string, elements: Element[]) {
  return dataOf(
    api.POST('/api/studies/{study_id}/cmocs/format', {
      params: { path: { study_id: studyId } },
      body: { elements },
    }),
  );
}

function useTheoryChanged(studyId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: theoryKeys.all(studyId) });
}
