import { Badge, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import type { ProposalListed } from '../queries';
import classes from './proposals.module.css';
import { StateMark } from './state-mark';

interface ProposalListProps {
  proposals: readonly ProposalListed[];
  /** Wraps a title in a link to the proposal's page. */
  link: (proposalId: string, title: ReactNode) => ReactNode;
}

/** Proposals, newest first: what each would do, to what, and on how many words it rests. */
export function ProposalList({ proposals, link }: ProposalListProps) {
  const { t } = useTranslation('refinement');
  return (
    <ul className={classes.list}>
      {proposals.map((proposal) => (
        <li key={proposal.id} className={classes.row}>
          <div className={classes.rowWords}>
            <Text fw={650}>{link(proposal.id, proposal.title)}</Text>
            <p className={classes.quiet}>
              {t(`kind.${proposal.kind}`)}
              {proposal.subjects.length > 0 && ': '}
              {proposal.subjects.map((subject) => subject.title).join(', ')}
            </p>
          </div>
          <div className={classes.rowFacts}>
            <StateMark state={proposal.state} />
            {proposal.is_out_of_date && (
              <Badge
                variant="default"
                component="span"
                className={classes.state}
                data-state="stale"
                leftSection={<IconAlertTriangle size={14} aria-hidden />}
              >
                {t('list.outOfDate')}
              </Badge>
            )}
            <span>{t('list.stage', { label: proposal.stage_label })}</span>
            <span>
              {proposal.evidence > 0
                ? t('list.evidence', { count: proposal.evidence })
                : t('list.noEvidence')}
            </span>
            <span>
              {t('list.by', { name: proposal.proposed_by.name })}
              <Moment at={proposal.created_at} />
            </span>
            {proposal.decided_at && (
              <span>
                {t('list.decided')} <Moment at={proposal.decided_at} />
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
