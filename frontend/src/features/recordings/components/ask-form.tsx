import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoughTime } from '../rough-time';
import type { HowToListen, ModelOption, TranscriptionOptions } from '../transcribing';

interface AskFormProps {
  options: TranscriptionOptions;
  /** How much sound there is to listen to. */
  seconds: number;
  isBusy: boolean;
  onAsk: (how: HowToListen) => void;
  isDisabled?: boolean;
}

/** Chooses model, language and words to expect, and says beforehand how long it will take. */
export function AskForm({ options, seconds, isBusy, onAsk, isDisabled = false }: AskFormProps) {
  const { t } = useTranslation('recordings');
  const [chosen, setChosen] = useState(() => options.models.findIndex((one) => one.is_default));
  const [language, setLanguage] = useState(options.language || 'auto');
  const [expects, setExpects] = useState(false);
  const [words, setWords] = useState(options.words);
  const model = options.models[chosen];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (model) {
          const hotwords = expects ? words : '';
          onAsk({ engine: model.engine, model: model.model, language, hotwords });
        }
      }}
    >
      <Stack gap="sm">
        <NativeSelect
          label={t('transcribe.model')}
          value={chosen}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
          data={options.models.map((one, index) => ({
            value: String(index),
            label: modelWords(one, t),
          }))}
        />
        <Languages codes={options.languages} value={language} onChange={setLanguage} />
        <Checkbox
          label={t('transcribe.expect')}
          checked={expects}
          onChange={(event) => setExpects(event.currentTarget.checked)}
        />
        {expects && (
          <Textarea
            label={t('transcribe.words')}
            description={t('transcribe.wordsHint')}
            autosize
            maxRows={6}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        {model && <Estimate model={model} seconds={seconds} />}
        <Group>
          <Button type="submit" loading={isBusy} disabled={isDisabled}>
            {t('transcribe.start')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type T = ReturnType<typeof useTranslation<'recordings'>>['t'];

function modelWords({ label, engine, is_here, is_advised }: ModelOption, t: T): string {
  const facts = [
    engine,
    is_here ? t('transcribe.here') : t('transcribe.toFetch'),
    ...(is_advised ? [t('transcribe.advised')] : []),
  ];
  return `${label} (${facts.join(', ')})`;
}

function Estimate({ model, seconds }: { model: ModelOption; seconds: number }) {
  const { t } = useTranslation('recordings');
  const rough = useRoughTime();
  const time = rough(seconds * model.pace);
  return (
    <Text size="sm">
      {t(model.is_measured ? 'estimate.measured' : 'estimate.guess', { time })}{' '}
      {!model.is_here && t('estimate.fetch', { size: model.megabytes })}{' '}
      {!model.fits && t('estimate.tooLarge')}
    </Text>
  );
}

interface LanguagesProps {
  codes: readonly string[];
  value: string;
  onChange: (code: string) => void;
}

function Languages({ codes, value, onChange }: LanguagesProps) {
  const { t, i18n } = useTranslation('recordings');
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const known = codes
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <NativeSelect
      label={t('transcribe.language')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: 'auto', label: t('transcribe.findOut') },
        { value: 'mixed', label: t('transcribe.mixed') },
        ...known,
      ]}
    />
  );
}
