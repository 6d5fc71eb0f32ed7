import { Button, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { useDeclineInvitation } from '../queries';

const REASONS = ['too_busy', 'not_relevant', 'unwell', 'conflict', 'other', 'none'] as const;
type Reason = (typeof REASONS)[number];

interface DeclineFormProps {
  token: string;
  /** As chosen in the mail. */
  reason: string | null;
}

/** Declining an invitation: the reason comes with the link, words are welcome but not asked for. */
export function DeclineForm({ token, reason }: DeclineFormProps) {
  const { t } = useTranslation('studies');
  const decline = useDeclineInvitation();
  const [chosen, setChosen] = useState<Reason>(knownReason(reason));
  const [words, setWords] = useState('');
  if (decline.isSuccess) {
    return (
      <div aria-live="polite">
        <Title order={1}>{t('decline.doneTitle')}</Title>
        <Text mt="sm">{t('decline.doneWords')}</Text>
      </div>
    );
  }
  return (
    <Stack gap="lg">
      <Radio.Group
        label={t('decline.reason')}
        value={chosen}
        onChange={(value) => setChosen(knownReason(value))}
      >
        <Stack gap="sm" mt="xs">
          {REASONS.map((value) => (
            <Radio key={value} value={value} label={t(`decline.reasons.${value}`)} size="md" />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('decline.words')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2000}
      />
      {decline.error && <ProblemNotice error={decline.error} />}
      <Button
        size="md"
        loading={decline.isPending}
        onClick={() => decline.mutate({ token, reason: chosen, words: words.trim() || null })}
      >
        {t('decline.submit')}
      </Button>
    </Stack>
  );
}

function knownReason(reason: string | null): Reason {
  return REASONS.find((known) => known === reason) ?? 'none';
}
