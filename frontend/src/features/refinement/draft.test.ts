import { describe, expect, it } from 'vitest';
import { bodyOf, newDraft, reshape } from './draft';
import type { Version } from './queries';

function version(id: string, title: string): Version {
  return {
    id,
    mechanism_id: `mechanism of ${id}`,
    number: 1,
    stage_id: 'stage',
    stage_label: '1a',
    title,
    definition: `What ${title} is.`,
    plain_summary: '',
    change_note: '',
    papers: null,
    revision: 1,
    saved_at: '2026-11-21T10:00:00Z',
    saved_by: '',
    is_frozen: true,
    frozen_because: '',
    created_at: '2026-11-21T10:00:00Z',
    cmocs: [
      {
        id: 'cmoc',
        level: 'team',
        tells_of: 'present',
        notation: 'Carers are asked (C)',
        sentence: '',
        elements: [{ id: 'element', kind: 'context', polarity: null, text: 'Carers are asked' }],
      },
    ],
  };
}

const trust = version('trust', 'Trust');
const talk = version('talk', 'Talk');
const versions = [trust, talk];

describe('a proposal being written', () => {
  it('starts from the words of the mechanism, and cites the excerpts chosen', () => {
    const draft = newDraft(trust, ['coding']);
    expect(draft.kind).toBe('revise');
    expect(draft.outcomes[0]).toMatchObject({ title: 'Trust', definition: 'What Trust is.' });
    expect(draft.evidence).toEqual([{ codingId: 'coding', note: '' }]);
  });

  it('keeps what was written when another kind is chosen', () => {
    const written = newDraft(trust, []);
    const [first] = written.outcomes;
    const edited = { ...written, outcomes: first ? [{ ...first, definition: 'Mine.' }] : [] };
    const split = reshape({ ...edited, kind: 'split' }, versions);
    expect(split.outcomes.map(({ definition }) => definition)).toEqual(['Mine.', 'What Trust is.']);
    const retired = reshape({ ...edited, kind: 'retire' }, versions);
    expect([retired.subjects, retired.outcomes]).toEqual([['trust'], []]);
  });

  it('lets an outcome go on only as a mechanism that is taken', () => {
    const merge = reshape(
      { ...newDraft(trust, []), kind: 'merge', subjects: ['trust', 'talk'] },
      versions,
    );
    expect(merge.outcomes[0]?.mechanismId).toBe('mechanism of trust');
    const without = reshape({ ...merge, subjects: ['talk'] }, versions);
    expect(without.outcomes[0]?.mechanismId).toBeNull();
  });

  it('sends a renaming with every other word as it was', () => {
    const draft = reshape({ ...newDraft(trust, []), kind: 'rename' }, versions);
    const renamed = draft.outcomes.map((one) => ({ ...one, title: 'New', definition: 'Lost?' }));
    const [sent] = bodyOf({ ...draft, outcomes: renamed }, versions).outcomes ?? [];
    expect(sent).toMatchObject({ title: 'New', definition: 'What Trust is.', mechanism_id: null });
  });

  it('sends elements or notation, never both', () => {
    const [sent] = bodyOf(newDraft(trust, []), versions).outcomes ?? [];
    expect(sent?.cmocs).toEqual([
      {
        elements: [{ kind: 'context', polarity: null, text: 'Carers are asked' }],
        notation: '',
        level: 'team',
        tells_of: 'present',
      },
    ]);
  });
});
