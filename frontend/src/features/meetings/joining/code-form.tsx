import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './joining.module.css';
import { CODE_LENGTH, lettersOf } from './queries';

/** Six letters, typed as they come: in any case, with or without a space. */
export function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation('meetings');
  const [typed, setTyped] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const letters = lettersOf(typed);
  const isWhole = letters.length === CODE_LENGTH;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (isWhole) {
          onCode(letters);
        }
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('join.code')}
          size="lg"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={isAsked && !isWhole ? t('join.noCode') : undefined}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={12}
          classNames={{ input: classes.codeInput ?? '' }}
        />
        <Button type="submit" size="md" fullWidth>
          {t('join.go')}
        </Button>
      </Stack>
    </form>
  );
}
