import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import type { MyAnswer, Said } from '../queries';
import classes from './answer.module.css';
import { ChangeList } from './change-list';
import { RoundParts } from './round-parts';
import { SaidCard } from './said-card';

/** How many things said without news are shown before somebody asks for the rest. */
const AT_FIRST = 5;

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
  const withNews = said.filter(({ steps }) => steps.length > 1);
  const without = said.filter(({ steps }) => steps.length <= 1);
  const shown = isWhole ? without : without.slice(0, AT_FIRST);
  const left = without.length - shown.length;
  return (
    <section>
      <Title order={2}>{t('answer.said')}</Title>
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
