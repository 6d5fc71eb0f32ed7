import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CmocDraft } from '@/features/refinement/draft';
import { CmocEditor } from '@/features/theory/components/cmoc-editor';
import {
  emptyCmoc,
  type CmocDraft as TheoryDraft,
  withKeys,
  writtenElements,
} from '@/features/theory/drafts';

interface ProposalCmocsProps {
  studyId: string;
  cmocs: CmocDraft[];
  onChange: (cmocs: CmocDraft[]) => void;
}

/** The theory's own editor of configurations, for the words of a proposal. */
export function ProposalCmocs({ studyId, cmocs, onChange }: ProposalCmocsProps) {
  const { t } = useTranslation('theory');
  const [drafts, setDrafts] = useState(() => cmocs.map(fromProposal));
  const change = (update: (before: TheoryDraft[]) => TheoryDraft[]) => {
    const after = update(drafts);
    setDrafts(after);
    onChange(after.map(toProposal).filter(isWritten));
  };
  return (
    <>
      {drafts.map((draft, place) => (
        <CmocEditor
          key={draft.key}
          studyId={studyId}
          cmoc={draft}
          number={place + 1}
          onChange={(part) =>
            change((all) => all.map((one) => (one.key === draft.key ? { ...one, ...part } : one)))
          }
          onSplit={(parts) =>
            change((all) => all.flatMap((one) => (one.key === draft.key ? parts : [one])))
          }
          onRemove={() => change((all) => all.filter((one) => one.key !== draft.key))}
        />
      ))}
      <Button mt="xs" variant="default" onClick={() => setDrafts([...drafts, emptyCmoc()])}>
        {t('editor.addCmoc')}
      </Button>
    </>
  );
}

function fromProposal(cmoc: CmocDraft): TheoryDraft {
  return {
    key: crypto.randomUUID(),
    level: cmoc.level ?? '',
    tellsOf: cmoc.tells_of,
    elements: withKeys(cmoc.elements),
    notation: cmoc.notation,
    leads: 'elements',
  };
}

function toProposal(draft: TheoryDraft): CmocDraft {
  const isNotation = draft.leads === 'notation';
  return {
    elements: isNotation ? [] : writtenElements(draft),
    notation: draft.notation,
    level: draft.level || null,
    tells_of: draft.tellsOf,
  };
}

function isWritten(cmoc: CmocDraft): boolean {
  return cmoc.elements.length > 0 || cmoc.notation.trim() !== '';
}
