import { Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FocusEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import type { Round } from '../queries';

interface BuilderWordsProps {
  round: Round;
  onChange: (changes: components['schemas']['RoundUpdate']) => void;
}

/** Title, introduction and window; each is saved when it is left. */
export function BuilderWords({ round, onChange }: BuilderWordsProps) {
  const { t } = useTranslation('rounds');
  const [words, setWords] = useState({ title: round.title, introduction: round.introduction });
  const saveWords = (name: 'title' | 'introduction') => () => {
    if (words[name] !== round[name] && (name !== 'title' || words.title.trim())) {
      onChange({ [name]: words[name] });
    }
  };
  const saveTime =
    (name: 'opens_at' | 'closes_at') =>
    ({ currentTarget: { value } }: FocusEvent<HTMLInputElement>) => {
      const moment = value ? new Date(value).toISOString() : null;
      if (value !== localTime(round[name])) {
        onChange({ [name]: moment });
      }
    };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Stack gap="md" mt="sm">
      <TextInput
        label={t('build.title')}
        value={words.title}
        maxLength={300}
        required
        onChange={({ currentTarget: { value } }) => setWords({ ...words, title: value })}
        onBlur={saveWords('title')}
      />
      <Textarea
        label={t('build.introduction')}
        description={t('build.introductionHint')}
        value={words.introduction}
        maxLength={5000}
        autosize
        minRows={3}
        onChange={({ currentTarget: { value } }) => setWords({ ...words, introduction: value })}
        onBlur={saveWords('introduction')}
      />
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <TextInput
          type="datetime-local"
          label={t('build.opensAt')}
          description={t('build.opensAtHint')}
          defaultValue={localTime(round.opens_at)}
          onBlur={saveTime('opens_at')}
        />
        <TextInput
          type="datetime-local"
          label={t('build.closesAt')}
          description={t('build.closesAtHint', { zone })}
          defaultValue={localTime(round.closes_at)}
          onBlur={saveTime('closes_at')}
        />
      </Group>
    </Stack>
  );
}

/** A moment as `<input type="datetime-local">` writes it, in the reader's own zone. */
function localTime(moment: string | null): string {
  if (!moment) {
    return '';
  }
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
