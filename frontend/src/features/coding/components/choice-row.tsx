import { Kbd, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './coding.module.css';

interface ChoiceRowProps<Value extends string> {
  legend: string;
  choices: readonly { value: Value; label: ReactNode; shortcut: string }[];
  value: Value | null;
  isReadOnly: boolean;
  onChange: (value: Value | null) => void;
}

/** A few choices side by side; pressing the chosen one again takes it back. */
export function ChoiceRow<Value extends string>({
  legend,
  choices,
  value,
  isReadOnly,
  onChange,
}: ChoiceRowProps<Value>) {
  return (
    <fieldset className={classes.choices} disabled={isReadOnly}>
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
