import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mechanism } from '../queries';
import classes from './mechanism-list.module.css';
import { StatusMark } from './status-mark';

interface MechanismListProps {
  mechanisms: readonly Mechanism[];
  stages: readonly { id: string; label: string; title: string }[];
  /** Wraps a title in a link to the mechanism's page. */
  link: (mechanismId: string, title: ReactNode) => ReactNode;
}

/** Every mechanism under the stage that its newest version is in, newest stage first. */
export function MechanismList({ mechanisms, stages, link }: MechanismListProps) {
  const { t } = useTranslation('theory');
  return (
    <div className={classes.stages}>
      {[...stages].reverse().map((stage) => {
        const here = mechanisms.filter(({ current }) => current.stage_id === stage.id);
        return here.length === 0 ? null : (
          <section key={stage.id} aria-labelledby={`stage-${stage.id}`}>
            <Title order={2} size="h3" id={`stage-${stage.id}`}>
              {t('list.stage', { label: stage.label })}
              {stage.title && <span className={classes.stageTitle}>{stage.title}</span>}
            </Title>
            <ul className={classes.mechanisms}>
              {here.map((mechanism) => (
                <MechanismRow key={mechanism.id} mechanism={mechanism} link={link} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function MechanismRow({
  mechanism: { id, status, current },
  link,
}: {
  mechanism: Mechanism;
  link: MechanismListProps['link'];
}) {
  const { t } = useTranslation('theory');
  return (
    <li className={classes.mechanism} data-status={status}>
      <div className={classes.words}>
        <Text fw={650}>{link(id, current.title)}</Text>
        {current.plain_summary && <p className={classes.summary}>{current.plain_summary}</p>}
      </div>
      <div className={classes.facts}>
        <StatusMark status={status} />
        <span>{t('list.version', { number: current.number })}</span>
        <span>{t('list.cmocs', { count: current.cmocs.length })}</span>
        {current.papers !== null && <span>{t('list.papers', { count: current.papers })}</span>}
      </div>
    </li>
  );
}
