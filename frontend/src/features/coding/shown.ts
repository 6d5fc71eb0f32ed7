import type { Coding, CodingWords } from './queries';

/** A coding as it is shown: what was done to it stands at once, whether the server knows or not. */
export interface ShownCoding extends Coding {
  standing: 'saved' | 'saving' | 'failed';
  error?: unknown;
}

export interface Local {
  /** Nothing while it is being removed. */
  coding: Coding | undefined;
  standing: 'saving' | 'failed';
  error?: unknown;
  retry?: () => void;
}

export type LocalCodings = ReadonlyMap<string, Local>;

/** What the server knows with what was done since. */
export function merge(saved: readonly Coding[], local: LocalCodings): ShownCoding[] {
  const known = new Set(saved.map(({ client_id }) => client_id));
  const kept = saved.map((coding) => shownAs(coding, local.get(coding.client_id)));
  const fresh = [...local]
    .filter(([clientId]) => !known.has(clientId))
    .map(([, entry]) => (entry.coding ? shownAs(entry.coding, entry) : undefined));
  return [...kept, ...fresh].filter((coding) => coding !== undefined);
}

function shownAs(coding: Coding, entry: Local | undefined): ShownCoding | undefined {
  if (!entry) {
    return { ...coding, standing: 'saved' };
  }
  if (!entry.coding) {
    // a removal that failed shows the coding again, with what went wrong
    return entry.standing === 'failed'
      ? { ...coding, standing: 'failed', error: entry.error }
      : undefined;
  }
  return { ...entry.coding, standing: entry.standing, error: entry.error };
}

/** A coding as it will be, before the server has answered. */
export function draftOf(
  body: CodingWords,
  documentId: string,
  coder: { id: string; name: string },
): Coding {
  return {
    id: body.client_id,
    client_id: body.client_id,
    document_id: documentId,
    segment_id: body.segment_id,
    start: body.start,
    end: body.end,
    quote: body.quote ?? '',
    is_orphan: false,
    code_id: body.code_id ?? null,
    mechanism_id: body.mechanism_id ?? null,
    version_id: null,
    element: body.element ?? null,
    stance: body.stance ?? null,
    memo: body.memo ?? '',
    coder_id: coder.id,
    coder_name: coder.name,
    can_change: true,
    created_at: new Date().toISOString(),
  };
}
