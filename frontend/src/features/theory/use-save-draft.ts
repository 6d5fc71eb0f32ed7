import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { bodyOf, type MechanismDraft } from './drafts';
import {
  type MechanismDetail,
  useCreateMechanism,
  useSaveMechanism,
  type Version,
} from './queries';

interface SaveDraft {
  save: UseMutationResult<MechanismDetail, Error, MechanismDraft>;
  /** Bases the next save on another version than the one the editor began with. */
  setBase: (version: Version) => void;
}

/** Saves a draft as a new mechanism, or as an edit of the version it was based on. */
export function useSaveDraft(studyId: string, version: Version | undefined): SaveDraft {
  const [base, setBase] = useState(version);
  const create = useCreateMechanism(studyId);
  const edit = useSaveMechanism(studyId, version?.mechanism_id ?? '');
  const save = useMutation({
    mutationFn: (draft: MechanismDraft) => {
      const body = { ...bodyOf(draft), stage_id: draft.stageId || null };
      return base
        ? edit.mutateAsync({ ...body, based_on: base.id, revision: base.revision })
        : create.mutateAsync({ ...body, arises_from: draft.arisesFrom });
    },
  });
  return { save, setBase };
}
