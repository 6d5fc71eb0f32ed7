import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerStore } from '@/lib/kept-answers';
import { Moment } from '@/ui/moment';
import { ProblemNotice } from '@/ui/problem-notice';
import { SavedState } from '@/ui/saved-state';
import { type EntryMeans, type EntrySheet as Sheet, useFinishFor } from '../entry-queries';
import { nameOf } from '../item-name';
import type { Round } from '../queries';
import { stateOfAll } from '../round-answers';
import { useEntries } from '../use-entries';
import { EntryQuestion } from './entry-question';
import classes from './rounds.module.css';

interface EntrySheetProps {
  studyId: string;
  round: Round;
  sheet: Sheet;
  how: EntryMeans;
  /** The day on which they gave the answers, as `2026-11-20`, if it is known. */
  givenOn?: string | undefined;
  store?: AnswerStore;
}

/** Everything the round asks, to be filled in for a person as they said it. */
export function EntrySheet({ studyId, round, sheet, how, givenOn, store }: EntrySheetProps) {
  const { t } = useTranslation('rounds');
  const entries = useEntries(studyId, round, sheet, how, store);
  const finish = useFinishFor(studyId, round.id, sheet.member_id);
  const [isWaiting, setWaiting] = useState(false);
  const finishNow = async () => {
    const hasArrived = await entries.flush();
    setWaiting(!hasArrived);
    if (hasArrived) {
      finish.mutate(how);
    }
  };
  return (
    <div className={classes.narrow}>
      {round.items.map((item) => (
        <section key={item.id} className={classes.result} aria-label={nameOf(item)}>
          <Title order={2} size="h3">
            {nameOf(item)}
          </Title>
          {item.questions.map((question) => (
            <EntryQuestion
              key={question.id}
              question={question}
              sheet={sheet}
              entries={entries}
              givenOn={givenOn}
              others={sheet.mechanisms.filter(
                ({ mechanism_id }) => mechanism_id !== item.version?.mechanism_id,
              )}
            />
          ))}
        </section>
      ))}
      <div className={classes.result}>
        <SavedState state={stateOfAll(entries.snapshot)} />
        {isWaiting && (
          <p className={classes.note} role="alert">
            {t('entries.waiting')}
          </p>
        )}
        {finish.error && <ProblemNotice error={finish.error} />}
        {sheet.finished_at ? (
          <p role="status">
            {t('entries.finished', { name: sheet.display_name })}{' '}
            <Moment at={sheet.finished_at} style="long" />.
          </p>
        ) : (
          <>
            <p>{t('entries.finishHint')}</p>
            <Button loading={finish.isPending} onClick={() => void finishNow()}>
              {t('entries.finish', { name: sheet.display_name })}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
