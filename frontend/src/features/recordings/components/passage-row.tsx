import { Button, Group, NativeSelect, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { Clock } from '@/ui/clock';
import type { Passage, TranscriptText } from '../queries';
import classes from './transcript-editor.module.css';

type Correction = { text: string; seen: string } | { speaker_id: string | null };

interface PassageRowProps {
  passage: Passage;
  speakers: TranscriptText['speakers'];
  isHeard: boolean;
  isCorrectable: boolean;
  onHear: () => void;
  onCorrect: (change: Correction) => Promise<unknown>;
}

/** One passage: hear it, say who spoke, correct its words. */
export function PassageRow({ passage, speakers, ...rest }: PassageRowProps) {
  const { t } = useTranslation('recordings');
  const time = clockTime(passage.start ?? 0);
  return (
    <div className={classes.passage} data-heard={rest.isHeard || undefined}>
      <UnstyledButton
        className={classes.time}
        onClick={rest.onHear}
        aria-label={t('text.hear', { time })}
      >
        <Clock seconds={passage.start ?? 0} />
      </UnstyledButton>
      <NativeSelect
        className={classes.speaker}
        size="xs"
        variant="unstyled"
        aria-label={t('text.speaker', { time })}
        title={
          passage.confidence === null
            ? undefined
            : t('text.sure', { percent: Math.round(passage.confidence * 100) })
        }
        disabled={!rest.isCorrectable}
        value={passage.speaker?.id ?? ''}
        onChange={(event) => rest.onCorrect({ speaker_id: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('text.unknown') },
          ...speakers.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <div className={classes.words}>
        <Words passage={passage} time={time} {...rest} />
        <Flags flags={passage.flags} />
      </div>
    </div>
  );
}

type WordsProps = Pick<PassageRowProps, 'passage' | 'isCorrectable' | 'onCorrect'> & {
  time: string;
};

function Words({ passage, time, isCorrectable, onCorrect }: WordsProps) {
  const { t } = useTranslation('recordings');
  const [draft, setDraft] = useState<string>();
  const [seen, setSeen] = useState<string>();
  if (draft === undefined) {
    return isCorrectable ? (
      <UnstyledButton
        className={classes.text}
        onClick={() => {
          setDraft(passage.text);
          setSeen(passage.text);
        }}
        aria-label={`${passage.text} ${t('text.edit', { time })}`}
      >
        {passage.text}
      </UnstyledButton>
    ) : (
      <p className={classes.text}>{passage.text}</p>
    );
  }
  const save = async () => {
    if (draft.trim() && draft.trim() !== passage.text) {
      try {
        await onCorrect({ text: draft, seen: seen ?? passage.text });
      } catch {
        // the notice above the text says why; whoever saves again has read what it says
        setSeen(undefined);
        return;
      }
    }
    setDraft(undefined);
  };
  return (
    <>
      <Textarea
        aria-label={t('text.edit', { time })}
        autosize
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) {
            void save();
          } else if (event.key === 'Escape') {
            setDraft(undefined);
          }
        }}
      />
      <Group gap="xs" mt={6}>
        <Button size="xs" onClick={save}>
          {t('text.save')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setDraft(undefined)}>
          {t('text.undo')}
        </Button>
      </Group>
    </>
  );
}

const FLAGS = ['repeated', 'loop', 'invented', 'compressible'] as const;

function Flags({ flags }: { flags: readonly string[] }) {
  const { t } = useTranslation('recordings');
  return FLAGS.filter((flag) => flags.includes(flag)).map((flag) => (
    <Text key={flag} size="sm" className={classes.flag}>
      <IconAlertTriangle size={14} aria-hidden /> {t(`text.flag.${flag}`)}
    </Text>
  ));
}
