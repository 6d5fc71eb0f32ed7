import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Voices } from '../queries';
import classes from './proposals.module.css';
import { StateMark } from './state-mark';

interface ProposalsAboutProps {
  proposals: Voices['proposals'];
  link: (proposalId: string, title: string) => ReactNode;
}

/** The proposals that made a version, and those that would change it. */
export function ProposalsAbout({ proposals, link }: ProposalsAboutProps) {
  const { t } = useTranslation('refinement');
  if (proposals.length === 0) {
    return null;
  }
  return (
    <section className={classes.card}>
      <Title order={2} size="h4" mb="xs">
        {t('trace.proposals')}
      </Title>
      <ul className={classes.plain}>
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            {link(proposal.id, proposal.title)} <StateMark state={proposal.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
