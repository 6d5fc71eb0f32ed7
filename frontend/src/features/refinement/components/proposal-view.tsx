import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Differences, Outcome, Proposal } from '../queries';
import { CitedEvidence } from './cited-evidence';
import classes from './proposals.module.css';

interface ProposalViewProps {
  proposal: Proposal;
  /** Draws what changed between two versions, part by part. */
  differences: (differences: Differences) => ReactNode;
  /** A link to the place of an excerpt in its document. */
  place: Parameters<typeof CitedEvidence>[0]['place'];
  groupName: (groupId: string) => ReactNode;
}

/** A proposal to be read: why, the change as tracked words, and the words behind it. */
export function ProposalView({ proposal, differences, place, groupName }: ProposalViewProps) {
  const { t } = useTranslation('refinement');
  return (
    <div className={classes.main}>
      <section>
        <Title order={2} size="h3">
          {t('proposal.why')}
        </Title>
        <p className={classes.words}>{proposal.rationale}</p>
      </section>
      <section className={classes.stack}>
        <Title order={2} size="h3">
          {t('proposal.change')}
        </Title>
        {proposal.outcomes.length === 0 &&
          proposal.subjects.map(({ version }) => (
            <p key={version.id} className={classes.words}>
              {t('proposal.retires', { title: version.title })}
            </p>
          ))}
        {proposal.outcomes.map((outcome) => (
          <OutcomeView key={outcome.id} outcome={outcome} differences={differences} />
        ))}
      </section>
      <section>
        <Title order={2} size="h3" mb="xs">
          {t('proposal.evidence')}
        </Title>
        <CitedEvidence evidence={proposal.evidence} place={place} groupName={groupName} />
      </section>
    </div>
  );
}

interface OutcomeViewProps {
  outcome: Outcome;
  differences: ProposalViewProps['differences'];
}

function OutcomeView({ outcome, differences }: OutcomeViewProps) {
  const { t } = useTranslation('refinement');
  return (
    <article className={classes.outcome}>
      <header className={classes.outcomeHead}>
        <Title order={3} size="h4">
          {outcome.made
            ? t('proposal.made', { title: outcome.title, number: outcome.made.number })
            : t('proposal.makes', { title: outcome.title })}
        </Title>
        <span className={classes.quiet}>
          {t(outcome.mechanism_id ? 'proposal.goesOn' : 'proposal.isNew')}
        </span>
      </header>
      {outcome.differences.length === 0 && <NewWords outcome={outcome} />}
      {outcome.differences.map((compared) => (
        <section key={compared.before?.id}>
          {compared.before && (
            <p className={`${classes.quiet} ${classes.against}`}>
              {t('proposal.against', {
                title: compared.before.title,
                number: compared.before.number,
              })}
            </p>
          )}
          {differences(compared)}
        </section>
      ))}
    </article>
  );
}

/** The words of a mechanism that starts from none: nothing to set them against. */
function NewWords({ outcome }: { outcome: Outcome }) {
  return (
    <>
      {outcome.plain_summary && <p className={classes.words}>{outcome.plain_summary}</p>}
      {outcome.definition && <p className={classes.words}>{outcome.definition}</p>}
      <ul className={classes.plain}>
        {outcome.cmocs.map((cmoc) => (
          <li key={cmoc.notation}>
            <p className={classes.words}>{cmoc.sentence}</p>
            <p className="notation">{cmoc.notation}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
