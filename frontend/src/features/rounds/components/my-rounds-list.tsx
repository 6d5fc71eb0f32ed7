import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import { Moment } from '@/ui/moment';
import type { MyRoundListed } from '../queries';
import { CalendarLink } from './calendar-link';
import classes from './rounds.module.css';

interface MyRoundsListProps {
  studyId: string;
  rounds: readonly MyRoundListed[];
  /** Makes the link to a round around what is shown of it. */
  renderLink: (round: MyRoundListed, className: string, children: ReactNode) => ReactNode;
}

const STANDINGS = ['waiting', 'answered', 'closed'] as const;

/** My rounds in three heaps: waiting for me, answered, closed. */
export function MyRoundsList({ studyId, rounds, renderLink }: MyRoundsListProps) {
  const { t } = useTranslation('rounds');
  if (rounds.length === 0) {
    return <EmptyState title={t('mine.none')}>{t('mine.noneHow')}</EmptyState>;
  }
  return STANDINGS.map((standing) => {
    const here = rounds.filter((round) => round.standing === standing);
    return (
      here.length > 0 && (
        <section key={standing} className={classes.section} aria-labelledby={`rounds-${standing}`}>
          <Title order={2} id={`rounds-${standing}`} mb="sm">
            {t(`mine.${standing}`)}
          </Title>
          <ul className={classes.list}>
            {here.map((round) => (
              <li key={round.id}>
                {renderLink(round, classes.card ?? '', <RoundWords round={round} />)}
                <CalendarLink studyId={studyId} round={round} />
              </li>
            ))}
          </ul>
        </section>
      )
    );
  });
}

function RoundWords({ round }: { round: MyRoundListed }) {
  const { t } = useTranslation('rounds');
  const minutes = Math.max(1, Math.round(round.seconds / 60));
  const end = round.ended_at ?? round.closes_at;
  return (
    <>
      <Text span fw={650} display="block">
        {round.title}
      </Text>
      <span className={classes.facts}>
        <span>{t('mine.answeredOf', { answered: round.answered, total: round.questions })}</span>
        {round.standing === 'waiting' && <span>{t('mine.minutes', { count: minutes })}</span>}
        {end && (
          <span>
            {t(round.ended_at ? 'mine.endedOn' : 'mine.until')} <Moment at={end} />
          </span>
        )}
      </span>
    </>
  );
}
