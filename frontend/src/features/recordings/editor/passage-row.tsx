import { ActionIcon, NativeSelect, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '@/lib/clock-time';
import { Clock } from '@/ui/clock';
import { ClashChoice } from './clash-choice';
import classes from './editor.module.css';
import type { Clash } from './kept-drafts';
import { PassageField, type PassageFieldVerbs } from './passage-field';
import { PassageWords } from './passage-words';
import type { Passage, Voice } from './transcript';
import type { View } from './view';

export interface RowVerbs {
  onHear: (passage: Passage) => void;
  onEdit: (passage: Passage, word: number) => void;
  onSpeaker: (passage: Passage, speakerId: string | null) => void;
  onSettle: (passage: Passage, text: string | undefined) => void;
  field: PassageFieldVerbs;
}

interface PassageRowProps {
  passage: Passage;
  speakers: readonly Voice[];
  view: View;
  isCorrectable: boolean;
  /** Undefined while nobody types here. */
  draft: string | undefined;
  caret: number;
  isEditing: boolean;
  clash: Clash | undefined;
  heard: number | undefined;
  cursor: number | undefined;
  found: readonly { start: number; end: number; isCurrent: boolean }[];
  pauses: ReadonlyMap<number, number> | undefined;
  hasSound: boolean;
  verbs: RowVerbs;
}

/** One passage: hear it, say who spoke, correct its words. */
export const PassageRow = memo(function PassageRow({ passage, verbs, ...row }: PassageRowProps) {
  const { t } = useTranslation('recordings');
  const time = clockTime(passage.start ?? 0);
  const at = row.speakers.findIndex(({ id }) => id === passage.speaker_id);
  return (
    <div
      className={classes.passage}
      data-heard={row.heard !== undefined || undefined}
      data-cursor={row.cursor !== undefined || undefined}
    >
      <Time passage={passage} onHear={row.hasSound ? verbs.onHear : undefined} />
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
        leftSection={
          at >= 0 && at < 9 ? <span className={classes.digit}>{at + 1}</span> : undefined
        }
        leftSectionWidth={20}
        disabled={!row.isCorrectable}
        value={passage.speaker_id ?? ''}
        onChange={(event) => verbs.onSpeaker(passage, event.currentTarget.value || null)}
        data={[
          { value: '', label: t('text.unknown') },
          ...row.speakers.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <div className={classes.words}>
        <Flags flags={passage.flags} />
        {row.isEditing ? (
          <PassageField
            start={passage.start}
            text={row.draft ?? passage.text}
            caret={row.caret}
            {...verbs.field}
          />
        ) : (
          <p className={classes.text} data-passage={passage.id} dir="auto">
            {row.draft === undefined || row.draft === passage.text ? (
              <PassageWords
                passage={passage}
                view={row.view}
                heard={row.heard}
                cursor={row.cursor}
                found={row.found}
                pauses={row.pauses}
              />
            ) : (
              row.draft
            )}
          </p>
        )}
        {row.clash && (
          <ClashChoice clash={row.clash} onChoose={(text) => verbs.onSettle(passage, text)} />
        )}
      </div>
      {row.isCorrectable && !row.isEditing && (
        <ActionIcon
          className={classes.edit}
          variant="subtle"
          color="gray"
          aria-label={t('text.edit', { time })}
          onClick={() => verbs.onEdit(passage, row.cursor ?? 0)}
        >
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
});

/** When it was said, which is pressed to hear it; nothing where the file said no times. */
function Time({ passage, onHear }: { passage: Passage; onHear: RowVerbs['onHear'] | undefined }) {
  const { t } = useTranslation('recordings');
  const { start } = passage;
  if (start === null || !onHear) {
    return <span className={classes.moment}>{start !== null && <Clock seconds={start} />}</span>;
  }
  return (
    <UnstyledButton
      className={classes.time}
      onClick={() => onHear(passage)}
      aria-label={t('text.hear', { time: clockTime(start) })}
    >
      <Clock seconds={start} />
    </UnstyledButton>
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
