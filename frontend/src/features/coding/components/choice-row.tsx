import { Kbd, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './coding.module.css';

interface ChoiceRowProps<Value extends string> {
  legend: string;
  choices: readonly { value: Value; label: ReactNode; shortcut: string }[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

/** A few choices side by side; pressing the chosen one again takes it back. */
export function ChoiceRow<Value extends string>({
  legend,
  choices,
  value,
  onChange,
}: ChoiceRowProps<Value>) {
  return (
    <fieldset className={classes.choices}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <UnstyledButton
          key={choice.value}
          className={classes.choice}
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value === value ? null : choice.value)}
        >
          {choice.label}
          <Kbd size="xs" aria-hidden>
            {choice.shortcut}
          </Kbd>
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
