import { Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadingAge } from '@/ui/reading-age';
import type { BuilderPartProps } from './builder-deciding';
import { BuilderTimes } from './builder-times';

/** Title, introduction and window; each is saved when it is left. */
export function BuilderWords({ studyId, round, onChange }: BuilderPartProps) {
  const { t } = useTranslation('rounds');
  const [words, setWords] = useState({ title: round.title, introduction: round.introduction });
  const saveWords = (name: 'title' | 'introduction') => () => {
    if (words[name] !== round[name] && (name !== 'title' || words.title.trim())) {
      onChange({ [name]: words[name] });
    }
  };
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
      <div>
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
        <ReadingAge studyId={studyId} text={words.introduction} />
      </div>
      <BuilderTimes round={round} onChange={onChange} />
    </Stack>
  );
}
