import type { components } from '@/api/schema.gen';
import type { Proposal, ProposalKind, Version } from './queries';

type Schemas = components['schemas'];
/** A configuration as it was read: its elements are what is sent, its notation is to be edited. */
export type CmocDraft = Required<Schemas['CmocIn']>;

/** A version that a proposal would make, while it is being written. */
export interface OutcomeDraft {
  key: string;
  /** The mechanism that it carries on; null for a new one. */
  mechanismId: string | null;
  title: string;
  definition: string;
  plainSummary: string;
  cmocs: CmocDraft[];
}

/** A proposal while it is being written; `subjects` and `targetId` are versions. */
export interface ProposalDraft {
  kind: ProposalKind;
  title: string;
  rationale: string;
  subjects: string[];
  targetId: string | null;
  outcomes: OutcomeDraft[];
  evidence: { codingId: string; note: string }[];
}

interface Shape {
  subjects: 'none' | 'one' | 'many';
  outcomes: 'none' | 'one' | 'many';
  hasTarget: boolean;
  /** An outcome may go on as one of the mechanisms taken, or be a new one. */
  choosesMechanism: boolean;
}

export const KINDS: readonly ProposalKind[] = [
  'revise',
  'rename',
  'merge',
  'split',
  'fold_into',
  'retire',
  'arise',
];

const ONE: Shape = { subjects: 'one', outcomes: 'one', hasTarget: false, choosesMechanism: false };

/** What each kind asks for; the server holds the rules, this only shows the right fields. */
export const SHAPES: Record<ProposalKind, Shape> = {
  revise: ONE,
  rename: ONE,
  merge: { ...ONE, subjects: 'many', choosesMechanism: true },
  split: { ...ONE, outcomes: 'many', choosesMechanism: true },
  fold_into: { ...ONE, subjects: 'many', hasTarget: true },
  retire: { ...ONE, outcomes: 'none' },
  arise: { ...ONE, subjects: 'none' },
};

/** A proposal to revise a mechanism's newest version, or a new mechanism where there is none. */
export function newDraft(
  version: Version | undefined,
  codingIds: readonly string[],
): ProposalDraft {
  return {
    kind: version ? 'revise' : 'arise',
    title: '',
    rationale: '',
    subjects: version ? [version.id] : [],
    targetId: null,
    outcomes: [version ? outcomeOf(version) : emptyOutcome()],
    evidence: codingIds.map((codingId) => ({ codingId, note: '' })),
  };
}

/** An open proposal as its form shows it. */
export function draftOf(proposal: Proposal): ProposalDraft {
  const target = proposal.subjects.find((subject) => subject.is_target);
  return {
    kind: proposal.kind,
    title: proposal.title,
    rationale: proposal.rationale,
    subjects: proposal.subjects.filter((one) => !one.is_target).map((one) => one.version.id),
    targetId: target?.version.id ?? null,
    outcomes: proposal.outcomes.map((outcome) => ({
      key: outcome.id,
      mechanismId: outcome.mechanism_id,
      title: outcome.title,
      definition: outcome.definition,
      plainSummary: outcome.plain_summary,
      cmocs: outcome.cmocs.map(cmocDraft),
    })),
    evidence: proposal.evidence.map(({ coding_id, note }) => ({ codingId: coding_id, note })),
  };
}

/** The draft after another kind, other subjects or another target was chosen: as many outcomes as
 * the kind makes, those already written kept, the rest begun from the words that there are. */
export function reshape(draft: ProposalDraft, versions: readonly Version[]): ProposalDraft {
  const shape = SHAPES[draft.kind];
  const taking = { none: 0, one: 1, many: draft.subjects.length }[shape.subjects];
  const subjects = draft.subjects.slice(0, taking);
  const targetId = shape.hasTarget ? draft.targetId : null;
  const base = versions.find(({ id }) => id === (targetId ?? subjects[0]));
  const wanted = { none: 0, one: 1, many: Math.max(2, draft.outcomes.length) }[shape.outcomes];
  const taken = new Set(
    versions.filter(({ id }) => subjects.includes(id)).map((one) => one.mechanism_id),
  );
  const kept = draft.outcomes.slice(0, wanted).map((outcome) => ({
    ...outcome,
    mechanismId:
      shape.choosesMechanism && outcome.mechanismId && taken.has(outcome.mechanismId)
        ? outcome.mechanismId
        : null,
  }));
  const begun = Array.from({ length: wanted - kept.length }, () =>
    base ? { ...outcomeOf(base), mechanismId: null } : emptyOutcome(),
  );
  return { ...draft, subjects, targetId, outcomes: [...kept, ...begun] };
}

/** What is sent; a renaming keeps every word of what it renames but the title. */
export function bodyOf(
  draft: ProposalDraft,
  versions: readonly Version[],
): Omit<Schemas['ProposalCreate'], 'client_id'> {
  const renamed =
    draft.kind === 'rename' ? versions.find(({ id }) => id === draft.subjects[0]) : undefined;
  const outcomes = draft.outcomes.map((outcome) =>
    renamed ? { ...outcomeOf(renamed), title: outcome.title } : outcome,
  );
  return {
    kind: draft.kind,
    title: draft.title,
    rationale: draft.rationale,
    stage_id: null,
    subjects: draft.subjects,
    target_id: draft.targetId,
    outcomes: outcomes.map((outcome) => ({
      mechanism_id: SHAPES[draft.kind].choosesMechanism ? outcome.mechanismId : null,
      title: outcome.title,
      definition: outcome.definition,
      plain_summary: outcome.plainSummary,
      cmocs: outcome.cmocs.map(sent),
    })),
    evidence: draft.evidence.map(({ codingId, note }) => ({ coding_id: codingId, note })),
  };
}

/** A version that begins with the words of another. */
function outcomeOf(version: Version): OutcomeDraft {
  return {
    key: crypto.randomUUID(),
    mechanismId: version.mechanism_id,
    title: version.title,
    definition: version.definition,
    plainSummary: version.plain_summary,
    cmocs: version.cmocs.map(cmocDraft),
  };
}

export function emptyOutcome(): OutcomeDraft {
  return {
    key: crypto.randomUUID(),
    mechanismId: null,
    title: '',
    definition: '',
    plainSummary: '',
    cmocs: [],
  };
}

function cmocDraft(cmoc: Version['cmocs'][number] | Proposal['outcomes'][number]['cmocs'][number]) {
  return {
    elements: cmoc.elements.map(({ kind, polarity, text }) => ({ kind, polarity, text })),
    notation: cmoc.notation,
    level: cmoc.level,
    tells_of: cmoc.tells_of,
  };
}

/** The server takes elements or notation, not both. */
function sent(cmoc: CmocDraft): CmocDraft {
  return cmoc.elements.length > 0 ? { ...cmoc, notation: '' } : cmoc;
}
