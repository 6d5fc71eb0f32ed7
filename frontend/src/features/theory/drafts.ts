import type { components } from '@/api/schema.gen';
import type { Cmoc, Element, Version } from './queries';

type Schemas = components['schemas'];

export interface ElementDraft extends Element {
  key: string;
}

/** A configuration being written: as boxes and as notation, whichever was touched last leads. */
export interface CmocDraft {
  key: string;
  level: NonNullable<Cmoc['level']> | '';
  tellsOf: Cmoc['tells_of'];
  elements: ElementDraft[];
  notation: string;
  leads: 'elements' | 'notation';
}

export interface MechanismDraft {
  title: string;
  plainSummary: string;
  definition: string;
  changeNote: string;
  papers: number | null;
  stageId: string;
  arisesFrom: string;
  cmocs: CmocDraft[];
}

export function emptyElement(kind: Element['kind']): ElementDraft {
  return { key: crypto.randomUUID(), kind, polarity: null, text: '' };
}

/** A configuration to begin with: one empty box of each kind. */
export function emptyCmoc(): CmocDraft {
  return {
    key: crypto.randomUUID(),
    level: '',
    tellsOf: 'present',
    elements: (['context', 'resource', 'reasoning', 'outcome'] as const).map(emptyElement),
    notation: '',
    leads: 'elements',
  };
}

export function emptyDraft(stageId: string): MechanismDraft {
  return {
    title: '',
    plainSummary: '',
    definition: '',
    changeNote: '',
    papers: null,
    stageId,
    arisesFrom: '',
    cmocs: [],
  };
}

/**
 * A version's words, to be edited. After a frozen version comes the next one: its note begins afresh
 * and it enters the stage the study is in.
 */
export function draftOf(version: Version, currentStageId: string): MechanismDraft {
  return {
    title: version.title,
    plainSummary: version.plain_summary,
    definition: version.definition,
    changeNote: version.is_frozen ? '' : version.change_note,
    papers: version.papers,
    stageId: version.is_frozen ? currentStageId : version.stage_id,
    arisesFrom: '',
    cmocs: version.cmocs.map((cmoc) => ({
      key: cmoc.id,
      level: cmoc.level ?? '',
      tellsOf: cmoc.tells_of,
      elements: withKeys(cmoc.elements),
      notation: cmoc.notation,
      leads: 'elements',
    })),
  };
}

export function withKeys(elements: readonly Element[]): ElementDraft[] {
  return elements.map(({ kind, polarity, text }) => ({
    key: crypto.randomUUID(),
    kind,
    polarity: polarity ?? null,
    text,
  }));
}

/** The elements that have words; empty boxes are not sent. */
export function writtenElements(draft: CmocDraft): Element[] {
  return draft.elements
    .filter(({ text }) => text.trim())
    .map(({ kind, polarity, text }) => ({ kind, polarity: polarity ?? null, text }));
}

/** A draft as the server takes it; configurations without a word are left out. */
export function bodyOf(draft: MechanismDraft): Schemas['VersionIn'] {
  return {
    title: draft.title,
    definition: draft.definition,
    plain_summary: draft.plainSummary,
    change_note: draft.changeNote,
    papers: draft.papers,
    cmocs: draft.cmocs.flatMap((cmoc) => {
      const facts = { level: cmoc.level || null, tells_of: cmoc.tellsOf };
      if (cmoc.leads === 'notation') {
        return cmoc.notation.trim() ? [{ ...facts, elements: [], notation: cmoc.notation }] : [];
      }
      const elements = writtenElements(cmoc);
      return elements.length > 0 ? [{ ...facts, elements, notation: '' }] : [];
    }),
  };
}
