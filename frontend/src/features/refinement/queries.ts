import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '@/api/client';
import type { components } from '@/api/schema.gen';

type Schemas = components['schemas'];
export type Proposal = Schemas['ProposalRead'];
export type ProposalListed = Schemas['ProposalListed'];
export type ProposalKind = Schemas['ProposalKind'];
export type ProposalState = Schemas['ProposalState'];
export type ProposalCreate = Schemas['ProposalCreate'];
export type Decision = Schemas['Decision'];
export type Subject = Schemas['SubjectRead'];
export type Outcome = Schemas['OutcomeRead'];
export type Differences = Schemas['VersionDifferences'];
export type Version = Schemas['VersionRead'];
export type Unanswered = Schemas['UnansweredRead'];
export type MyAnswer = Schemas['MyAnswer'];
export type Said = Schemas['SaidRead'];
export type Step = Schemas['StepRead'];
export type PlainChange = Schemas['PlainChange'];
export type Voices = Schemas['Voices'];
export type Voice = Schemas['VoiceRead'];
export type Asked = Schemas['AskedRead'];

const refinementKeys = {
  all: (studyId: string) => ['refinement', studyId] as const,
  proposals: (studyId: string) => [...refinementKeys.all(studyId), 'proposals'] as const,
  proposal: (studyId: string, id: string) => [...refinementKeys.proposals(studyId), id] as const,
  unanswered: (studyId: string) => [...refinementKeys.all(studyId), 'unanswered'] as const,
  answer: (studyId: string) => [...refinementKeys.all(studyId), 'answer'] as const,
  voices: (studyId: string, versionId: string) =>
    [...refinementKeys.all(studyId), 'voices', versionId] as const,
};

/** Every proposal of a study, newest first. */
export function proposalsQuery(studyId: string) {
  return queryOptions({
    queryKey: refinementKeys.proposals(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/proposals', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** A proposal with its words against what it starts from, and its evidence. */
export function proposalQuery(studyId: string, proposalId: string) {
  return queryOptions({
    queryKey: refinementKeys.proposal(studyId, proposalId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/proposals/{proposal_id}', {
          params: { path: { study_id: studyId, proposal_id: proposalId } },
          signal,
        }),
      ),
  });
}

/** Words of the panel that have had no answer yet. */
export function unansweredQuery(studyId: string) {
  return queryOptions({
    queryKey: refinementKeys.unanswered(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/unanswered', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** What the reader said, and what became of it. */
export function myAnswerQuery(studyId: string) {
  return queryOptions({
    queryKey: refinementKeys.answer(studyId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/my-answer', {
          params: { path: { study_id: studyId } },
          signal,
        }),
      ),
  });
}

/** Every voice behind a version. */
export function voicesQuery(studyId: string, versionId: string) {
  return queryOptions({
    queryKey: refinementKeys.voices(studyId, versionId),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/studies/{study_id}/versions/{version_id}/voices', {
          params: { path: { study_id: studyId, version_id: versionId } },
          signal,
        }),
      ),
  });
}

/** Puts a proposal forward. */
export function useWriteProposal(studyId: string) {
  const changed = useProposalsChanged(studyId);
  return useMutation({
    mutationFn: (body: ProposalCreate) =>
      dataOf(
        api.POST('/api/studies/{study_id}/proposals', {
          params: { path: { study_id: studyId } },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

/** Writes an open proposal anew over the revision that was read. */
export function useEditProposal(studyId: string, proposalId: string) {
  const changed = useProposalsChanged(studyId);
  return useMutation({
    mutationFn: (body: Schemas['ProposalEdit']) =>
      dataOf(
        api.PUT('/api/studies/{study_id}/proposals/{proposal_id}', {
          params: { path: { study_id: studyId, proposal_id: proposalId } },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

/** Accepts or rejects a proposal; accepted, it changes the theory too. */
export function useDecideProposal(studyId: string, proposalId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Decision) =>
      dataOf(
        api.POST('/api/studies/{study_id}/proposals/{proposal_id}/decision', {
          params: { path: { study_id: studyId, proposal_id: proposalId } },
          body,
        }),
      ),
    // a decision touches mechanisms, lineage and the overview: everything read before may be old
    onSettled: () => queries.invalidateQueries(),
  });
}

export function useWithdrawProposal(studyId: string, proposalId: string) {
  const changed = useProposalsChanged(studyId);
  return useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/studies/{study_id}/proposals/{proposal_id}/withdraw', {
          params: { path: { study_id: studyId, proposal_id: proposalId } },
        }),
      ),
    onSuccess: changed,
  });
}

/** Lets a proposal start from the newest versions that the reader has looked at. */
export function useBringUpToDate(studyId: string, proposalId: string) {
  const changed = useProposalsChanged(studyId);
  return useMutation({
    mutationFn: (seen: Schemas['Seen'][]) =>
      dataOf(
        api.POST('/api/studies/{study_id}/proposals/{proposal_id}/bring-up-to-date', {
          params: { path: { study_id: studyId, proposal_id: proposalId } },
          body: { seen },
        }),
      ),
    onSettled: changed,
  });
}

/** Says that words were considered and not followed, and why. */
export function useConsider(studyId: string) {
  const changed = useProposalsChanged(studyId);
  return useMutation({
    mutationFn: ({ documentId, ...body }: Schemas['ConsiderationWrite'] & { documentId: string }) =>
      dataOf(
        api.PUT('/api/studies/{study_id}/documents/{document_id}/consideration', {
          params: { path: { study_id: studyId, document_id: documentId } },
          body,
        }),
      ),
    onSuccess: changed,
  });
}

function useProposalsChanged(studyId: string) {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: refinementKeys.all(studyId) }),
      queries.invalidateQueries({ queryKey: ['reports', studyId] }),
    ]);
}
