import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../queries';
import classes from './rounds.module.css';

interface ChoiceFieldProps {
  question: Question;
  value: readonly string[];
  onChange: (choices: string[]) => void;
}

/** One of several options, or so many of them at most: large targets, all by keyboard. */
export function ChoiceField({ question, value, onChange }: ChoiceFieldProps) {
  const { t } = useTranslation('rounds');
  const name = useId();
  const hintId = useId();
  const atMost = question.at_most ?? 1;
  const takesSeveral = atMost > 1;
  const isFull = takesSeveral && value.length >= atMost;
  const choose = (id: string, isChosen: boolean) => {
    if (!takesSeveral) {
      onChange([id]);
      return;
    }
    onChange(isChosen ? [...value, id] : value.filter((other) => other !== id));
  };
  return (
    <fieldset className={classes.votes} aria-describedby={takesSeveral ? hintId : undefined}>
      <legend className={classes.legend}>{question.prompt}</legend>
      {takesSeveral && (
        <p id={hintId} className={classes.hint} role="status">
          {t(isFull ? 'answer.chosenAll' : 'answer.chosenOf', {
            chosen: value.length,
            count: atMost,
          })}
        </p>
      )}
      {question.options.map(({ id, label }) => (
        <label key={id} className={classes.vote}>
          <input
            type={takesSeveral ? 'checkbox' : 'radio'}
            name={name}
            checked={value.includes(id)}
            disabled={isFull && !value.includes(id)}
            onChange={(event) => choose(id, event.currentTarget.checked)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
