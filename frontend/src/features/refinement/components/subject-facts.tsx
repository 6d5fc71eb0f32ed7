import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Subject } from '../queries';
import classes from './proposals.module.css';

interface SubjectFactsProps {
  subjects: readonly Subject[];
  link: (mechanismId: string, title: string) => ReactNode;
}

/** The versions that a proposal starts from. */
export function SubjectFacts({ subjects, link }: SubjectFactsProps) {
  const { t } = useTranslation('refinement');
  return (
    <section className={classes.card}>
      <Title order={2} size="h4" mb="xs">
        {t('proposal.takes')}
      </Title>
      <ul className={classes.plain}>
        {subjects.map(({ version, is_target }) => (
          <li key={version.id}>
            {link(version.mechanism_id, version.title)}
            <div className={classes.quiet}>
              {t('proposal.version', { number: version.number, label: version.stage_label })}
              {is_target && `, ${t('proposal.target')}`}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
