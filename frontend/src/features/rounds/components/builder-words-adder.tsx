import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadingAge } from '@/ui/reading-age';
import type { RoundItemIn } from '../queries';
import classes from './rounds.module.css';

interface BuilderWordsAdderProps {
  studyId: string;
  isBusy: boolean;
  onAdd: (item: RoundItemIn, onDone: () => void) => void;
}

/** A statement to agree or disagree with, or a text of one's own with questions under it. */
export function BuilderWordsAdder({ studyId, isBusy, onAdd }: BuilderWordsAdderProps) {
  const { t } = useTranslation('rounds');
  const [kind, setKind] = useState<'statement' | 'text'>('statement');
  const [words, setWords] = useState('');
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('build.addWords')}
        value={kind}
        onChange={(chosen) => setKind(chosen as typeof kind)}
      >
        <div className={classes.choices}>
          <Radio value="statement" label={t('build.statement')} />
          <Radio value="text" label={t('build.textItem')} />
        </div>
      </Radio.Group>
      <div>
        <Textarea
          label={t(kind === 'text' ? 'build.addText' : 'build.addStatement')}
          description={t(kind === 'text' ? 'build.textItemHint' : 'build.statementHint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maxLength={1000}
          autosize
        />
        <ReadingAge studyId={studyId} text={words} />
      </div>
      <Button
        variant="default"
        className={classes.start}
        disabled={!words.trim()}
        loading={isBusy}
        onClick={() =>
          onAdd(
            {
              kind,
              statement: words,
              // a text has nothing to agree with: it asks for words
              ...(kind === 'text' ? { questions: [{ kind: 'text', prompt: '' }] } : {}),
            },
            () => setWords(''),
          )
        }
      >
        {t('build.add')}
      </Button>
    </Stack>
  );
}
