import { Checkbox, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StanceMark } from '@/ui/marks/stance-mark';
import type { ProposalDraft } from '../draft';
import type { Proposal } from '../queries';
import classes from './proposals.module.css';

type Excerpt = Proposal['evidence'][number]['excerpt'];
type Chosen = ProposalDraft['evidence'];

interface EvidenceChoiceProps {
  excerpts: readonly Excerpt[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  groupName: (groupId: string) => ReactNode;
}

/** Chooses the excerpts that a proposal rests on, and what each shows. */
export function EvidenceChoice({ excerpts, chosen, onChange, groupName }: EvidenceChoiceProps) {
  const { t } = useTranslation('refinement');
  if (excerpts.length === 0) {
    return <p className={classes.card}>{t('form.noExcerpts')}</p>;
  }
  return (
    <ul className={`${classes.plain} ${classes.card}`}>
      {excerpts.map((excerpt) => {
        const id = excerpt.coding_id;
        const cited = chosen.find(({ codingId }) => codingId === id);
        return (
          <li key={id}>
            <Checkbox
              checked={Boolean(cited)}
              onChange={() =>
                onChange(
                  cited
                    ? chosen.filter(({ codingId }) => codingId !== id)
                    : [...chosen, { codingId: id, note: '' }],
                )
              }
              label={
                <>
                  “{excerpt.quote}”
                  <span className={classes.said}>
                    {excerpt.stance && <StanceMark stance={excerpt.stance} />}
                    <span>{excerpt.speaker_label ?? t('trace.unknown')}</span>
                    {excerpt.group_id && groupName(excerpt.group_id)}
                    <span>{excerpt.document.title}</span>
                  </span>
                </>
              }
            />
            {cited && (
              <Textarea
                ml={32}
                mt={4}
                label={t('form.note')}
                autosize
                minRows={1}
                maxLength={2000}
                value={cited.note}
                onChange={(event) => {
                  const note = event.currentTarget.value;
                  onChange(chosen.map((one) => (one.codingId === id ? { ...one, note } : one)));
                }}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
