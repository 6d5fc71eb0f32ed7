import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/moment';
import type { Overview } from '../queries';
import classes from './overview.module.css';

export type LoopPlace = 'mechanisms' | 'rounds' | 'meetings' | 'coding' | 'proposals';

interface LoopFactsProps {
  overview: Overview;
  link: (place: LoopPlace, words: string, id?: string) => ReactNode;
}

/** The study along the loop: mechanisms, rounds, meetings, evidence, proposals. */
export function LoopFacts({ overview, link }: LoopFactsProps) {
  const { t } = useTranslation('reports');
  const { mechanisms, evidence, proposals } = overview;
  return (
    <div className={classes.loop}>
      <section className={classes.card}>
        <Title order={3} size="h4">
          {link('mechanisms', t('loop.mechanisms'))}
        </Title>
        <p>{t('loop.mechanismsFacts', { ...mechanisms })}</p>
      </section>
      <section className={classes.card}>
        <Title order={3} size="h4">
          {link('rounds', t('loop.rounds'))}
        </Title>
        {overview.rounds.length === 0 && <p className={classes.quiet}>{t('rounds.none')}</p>}
        <ul className={classes.rows}>
          {overview.rounds.map((round) => (
            <li key={round.id}>
              {link('rounds', round.title, round.id)}
              <div className={classes.quiet}>
                {t(`rounds.state.${round.state}`)}
                {round.state !== 'draft' &&
                  `, ${t('rounds.finished', { finished: round.finished, asked: round.asked })}`}
                {round.state === 'open' && round.closes_at && (
                  <>
                    , {t('rounds.closes')} <Moment at={round.closes_at} />
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.card}>
        <Title order={3} size="h4">
          {link('meetings', t('loop.meetings'))}
        </Title>
        {overview.meetings.length === 0 && <p className={classes.quiet}>{t('meetings.none')}</p>}
        <ul className={classes.rows}>
          {overview.meetings.map((meeting) => (
            <li key={meeting.id}>
              {link('meetings', meeting.title, meeting.id)}
              <div className={classes.quiet}>
                {t(`meetings.state.${meeting.state}`)}
                {(meeting.started_at ?? meeting.planned_for) && (
                  <>
                    , <Moment at={meeting.started_at ?? meeting.planned_for ?? ''} />
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.card}>
        <Title order={3} size="h4">
          {link('coding', t('loop.evidence'))}
        </Title>
        <p>{t('loop.evidenceFacts', { ...evidence, count: evidence.excerpts })}</p>
      </section>
      <section className={classes.card}>
        <Title order={3} size="h4">
          {link('proposals', t('loop.proposals'))}
        </Title>
        <p>{t('loop.proposalsFacts', { ...proposals })}</p>
      </section>
    </div>
  );
}
