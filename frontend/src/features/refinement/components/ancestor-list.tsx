import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Voices } from '../queries';
import classes from './proposals.module.css';

interface AncestorListProps {
  ancestors: Voices['ancestors'];
  version: (versionId: string, words: string) => ReactNode;
  proposal: (proposalId: string, words: string) => ReactNode;
}

/** The versions that this one came from, nearest first, and the proposals that made them so. */
export function AncestorList({ ancestors, version, proposal }: AncestorListProps) {
  const { t } = useTranslation('refinement');
  const earlier = ancestors.filter(({ steps }) => steps > 0);
  if (earlier.length === 0) {
    return <p className={classes.quiet}>{t('trace.first')}</p>;
  }
  return (
    <ol className={classes.plain}>
      {earlier.map((one) => (
        <li key={one.version.id}>
          <span className={classes.quiet}>
            {t(`trace.${one.is_part ? 'stepsInPart' : 'steps'}.${one.kind ?? 'none'}`)}
          </span>{' '}
          {version(one.version.id, one.version.title)}
          <div className={classes.quiet}>
            {t('proposal.version', { number: one.version.number, label: one.version.stage_label })}
            {one.proposal_id && <> · {proposal(one.proposal_id, t('trace.proposal'))}</>}
          </div>
        </li>
      ))}
    </ol>
  );
}
