import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import type { Proposal } from '../queries';
import classes from './proposals.module.css';

type Edge = Proposal['edges'][number];

interface DecisionBoxProps {
  decision: NonNullable<Proposal['decision']>;
  edges: readonly Edge[];
  /** Links to every voice behind a version that was made. */
  voices: (versionId: string, words: string) => ReactNode;
}

/** Who decided what, why, what the panel was told, and what it drew in the lineage. */
export function DecisionBox({ decision, edges, voices }: DecisionBoxProps) {
  const { t } = useTranslation('refinement');
  const made = [...new Set(edges.flatMap(({ after }) => (after ? [after.id] : [])))];
  return (
    <section className={classes.card}>
      <Title order={2} size="h4">
        {t(`decide.done.${decision.verdict}`, { name: decision.by.name })}
      </Title>
      <Text c="dimmed" size="sm">
        <Moment at={decision.at} style="long" />
      </Text>
      <Title order={3} size="h4" mt="sm">
        {t('decide.forTeam')}
      </Title>
      <p className={classes.words}>{decision.reason}</p>
      <Title order={3} size="h4" mt="sm">
        {t('decide.forPanel')}
      </Title>
      <p className={classes.words}>{decision.plain_reason}</p>
      {edges.length > 0 && (
        <>
          <Title order={3} size="h4" mt="sm">
            {t('proposal.edges')}
          </Title>
          <ul className={classes.plain}>
            {edges.map((edge) => (
              <li key={edge.id}>
                {t(`proposal.edge.${edge.kind}`, {
                  before: edge.before && t('proposal.versionOf', { ...edge.before }),
                  after: edge.after && t('proposal.versionOf', { ...edge.after }),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {made.map((versionId) => (
        <p key={versionId} className={classes.note}>
          {voices(versionId, t('proposal.voices'))}
        </p>
      ))}
    </section>
  );
}
