import { useQueries } from '@tanstack/react-query';
import { excerptsQuery } from '@/features/coding/queries';
import { EvidenceChoice } from '@/features/refinement/components/evidence-choice';
import type { ProposalDraft } from '@/features/refinement/draft';
import type { Proposal, Version } from '@/features/refinement/queries';
import { useGroupMark } from './group-mark-of';

type Excerpt = Proposal['evidence'][number]['excerpt'];

interface ProposalEvidenceProps {
  studyId: string;
  subjects: readonly Version[];
  /** Excerpts that are cited already, whatever they are coded to. */
  cited: readonly Excerpt[];
  chosen: ProposalDraft['evidence'];
  onChange: (chosen: ProposalDraft['evidence']) => void;
}

/** Everything coded to the mechanisms that a proposal changes, to be chosen from. */
export function ProposalEvidence({ studyId, subjects, cited, ...rest }: ProposalEvidenceProps) {
  const groupName = useGroupMark(studyId);
  const ids = subjects.map(({ mechanism_id }) => mechanism_id);
  const found = useQueries({
    queries: (ids.length > 0 ? ids : [null]).map((id) =>
      excerptsQuery(studyId, { ...(id ? { mechanism_id: id } : {}), limit: 500 }),
    ),
  });
  const all = [...cited, ...found.flatMap(({ data }) => data?.excerpts ?? [])];
  const once = [...new Map(all.map((excerpt) => [excerpt.coding_id, excerpt])).values()];
  return <EvidenceChoice excerpts={once} groupName={groupName} {...rest} />;
}
