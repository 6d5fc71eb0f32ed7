import { Button, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import type { MyAnswer, Said } from '../queries';
import classes from './answer.module.css';
import { ChangeList } from './change-list';
import { RoundParts } from './round-parts';
import { SaidCard } from './said-card';

/** How many things said without news are shown before somebody asks for the rest. */
const AT_FIRST = 3;

/** What I said, what became of it, and what changed since: only my own words. */
export function MyAnswerView({ answer }: { answer: MyAnswer }) {
  const { t } = useTranslation('refinement');
  if (answer.said.length === 0 && answer.rounds.length === 0 && answer.changes.length === 0) {
    return <EmptyState title={t('answer.none')}>{t('answer.noneHow')}</EmptyState>;
  }
  return (
    <div className={classes.answer}>
      {answer.said.length > 0 && <SaidList said={answer.said} />}
      {answer.rounds.length > 0 && (
        <section>
          <Title order={2}>{t('answer.parts')}</Title>
          <RoundParts rounds={answer.rounds} />
        </section>
      )}
      <section>
        <Title order={2}>{t('answer.changes')}</Title>
        <ChangeList changes={answer.changes} />
      </section>
    </div>
  );
}

/** Those with news first, each kind the latest first; long silences fold away. */
function SaidList({ said }: { said: readonly Said[] }) {
  const { t } = useTranslation('refinement');
  const [isWhole, setIsWhole] = useState(false);
  const withNews = said.filter(({ fate }) => fate !== 'waiting');
  const without = said.filter(({ fate }) => fate === 'waiting');
  const shown = isWhole ? without : without.slice(0, AT_FIRST);
  const left = without.length - shown.length;
  return (
    <section>
      <Title order={2}>{t('answer.said')}</Title>
      <p className={classes.sum}>{sumOf(said, t)}</p>
      <ul className={classes.cards}>
        {[...withNews, ...shown].map((one) => (
          <li key={one.id}>
            <SaidCard said={one} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button variant="default" fullWidth mt="md" onClick={() => setIsWhole(true)}>
          {t('answer.more', { count: left })}
        </Button>
      )}
    </section>
  );
}

/** What became of it all, in one or more short sentences. */
function sumOf(said: readonly Said[], t: TFunction<'refinement'>): string {
  const count = (...fates: Said['fate'][]) =>
    said.filter(({ fate }) => fates.includes(fate)).length;
  const counts = {
    accepted: count('accepted'),
    in_discussion: count('in_discussion'),
    declined: count('rejected', 'not_followed'),
    waiting: count('waiting'),
  };
  return (['accepted', 'in_discussion', 'declined', 'waiting'] as const)
    .filter((fate) => counts[fate] > 0)
    .map((fate) => t(`answer.sum.${fate}`, { count: counts[fate] }))
    .join(' ');
}
