import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longDay } from '@/lib/dates';
import type { EntrySheet } from '../entry-queries';
import type { MyRound, Question } from '../queries';
import type { useRoundAnswers } from '../use-round-answers';
import { QuestionField } from './question-field';
import classes from './rounds.module.css';

interface EntryQuestionProps {
  question: Question;
  sheet: EntrySheet;
  entries: ReturnType<typeof useRoundAnswers>;
  givenOn: string | undefined;
  /** What a decision can name. */
  others: MyRound['mechanisms'];
}

/** A question to be answered for a person; what they answered themselves is not shown, only that. */
export function EntryQuestion({ question, sheet, entries, givenOn, others }: EntryQuestionProps) {
  const { t } = useTranslation('rounds');
  const [isOver, setOver] = useState(false);
  const name = sheet.display_name;
  const entered = sheet.answers.find(({ question_id }) => question_id === question.id);
  if (sheet.answered_ids.includes(question.id) && !isOver) {
    return (
      <div className={classes.question}>
        <p className={classes.legend}>{question.prompt}</p>
        <p className={classes.hint}>{t('entries.own', { name })}</p>
        <Button
          variant="default"
          aria-label={t('entries.overOf', { question: question.prompt })}
          onClick={() => setOver(true)}
        >
          {t('entries.over')}
        </Button>
      </div>
    );
  }
  return (
    <div ref={isOver ? focusInside : undefined}>
      <QuestionField
        question={question}
        others={others}
        given={entries.answerTo(question.id)}
        // the day goes with each answer, so that one kept on this device keeps its own
        onGive={(given) =>
          entries.give(question.id, givenOn ? Object.assign({ given_on: givenOn }, given) : given)
        }
        refusal={entries.snapshot.refusals[question.id]}
        notes={
          <p className={classes.hint} role="status">
            {entered &&
              t(entered.given_on ? 'entries.enteredOn' : 'entries.entered', {
                how: t(`entries.means.${entered.entered_how as 'paper'}`),
                day: entered.given_on && longDay(entered.given_on, 'UTC'),
              })}
          </p>
        }
      />
    </div>
  );
}

/** The button that opened the field is gone: the focus goes to what it opened. */
function focusInside(field: HTMLElement | null): void {
  field?.querySelector<HTMLElement>('input, textarea, button:not(:disabled)')?.focus();
}
