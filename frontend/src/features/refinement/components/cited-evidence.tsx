import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StanceMark } from '@/ui/marks/stance-mark';
import type { Proposal } from '../queries';
import classes from './proposals.module.css';

type Cited = Proposal['evidence'][number];

interface CitedEvidenceProps {
  evidence: readonly Cited[];
  place: (excerpt: Cited['excerpt'], words: ReactNode) => ReactNode;
  groupName: (groupId: string) => ReactNode;
}

/** The excerpts that a proposal cites, in the order they were cited, each with what it shows. */
export function CitedEvidence({ evidence, place, groupName }: CitedEvidenceProps) {
  const { t } = useTranslation('refinement');
  if (evidence.length === 0) {
    return <p className={classes.quiet}>{t('proposal.noEvidence')}</p>;
  }
  return (
    <ul className={`${classes.plain} ${classes.card}`}>
      {evidence.map(({ coding_id, note, excerpt }) => (
        <li key={coding_id}>
          <blockquote className={classes.quote}>
            <p className={classes.quoted}>
              <span className={classes.around}>{excerpt.before}</span>
              <mark>{excerpt.quote}</mark>
              <span className={classes.around}>{excerpt.after}</span>
            </p>
            <footer className={classes.said}>
              {excerpt.stance && <StanceMark stance={excerpt.stance} />}
              <span>{excerpt.speaker_label ?? t('trace.unknown')}</span>
              {excerpt.group_id && groupName(excerpt.group_id)}
              {place(excerpt, excerpt.document.title)}
            </footer>
          </blockquote>
          {note && <p className={classes.note}>{note}</p>}
        </li>
      ))}
    </ul>
  );
}
