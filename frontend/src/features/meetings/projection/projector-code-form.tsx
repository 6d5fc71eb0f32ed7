import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useOpenWall } from './queries';

/** Where the projector code is typed beside the wall. */
export function ProjectorCodeForm() {
  const { t } = useTranslation('meetings');
  const [code, setCode] = useState('');
  const open = useOpenWall();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim()) {
          open.mutate(code);
        }
      }}
    >
      <Stack gap="md">
        {open.error && <ProblemNotice error={open.error} />}
        <TextInput
          label={t('wall.code')}
          description={t('wall.codeHint')}
          size="md"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
        />
        <Button type="submit" size="md" loading={open.isPending} fullWidth>
          {t('wall.open')}
        </Button>
      </Stack>
    </form>
  );
}
