import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type TranscriptText, useCorrections } from '../queries';
import type { Player } from '../use-player';
import { PassageRow } from './passage-row';
import classes from './transcript-editor.module.css';

interface TranscriptEditorProps {
  studyId: string;
  text: TranscriptText;
  player: Player;
  /** Name of the mechanism that was under discussion. */
  mechanismName: (versionId: string) => string | undefined;
}

/** The words beside the sound: the passage that is heard is marked, and each can be corrected. */
export function TranscriptEditor({ studyId, text, player, mechanismName }: TranscriptEditorProps) {
  const { t } = useTranslation('recordings');
  const { correct } = useCorrections(studyId, text.id);
  if (text.segments.length === 0) {
    return <Text>{t('text.empty')}</Text>;
  }
  return (
    <>
      {correct.isError && <ProblemNotice error={correct.error} />}
      <ol className={classes.passages}>
        {text.segments.map((passage, index) => {
          const before = text.segments[index - 1];
          const isNewSubject = passage.version_id && passage.version_id !== before?.version_id;
          return (
            <li key={passage.id} className={classes.item}>
              {isNewSubject && passage.version_id && (
                <h2 className={classes.subject}>{mechanismName(passage.version_id)}</h2>
              )}
              <PassageRow
                passage={passage}
                speakers={text.speakers}
                isHeard={isWithin(player.seconds, passage.start, passage.end)}
                isCorrectable={text.is_correctable}
                onHear={() => player.playFrom(passage.start ?? 0)}
                onCorrect={(change) => correct.mutateAsync({ id: passage.id, ...change })}
              />
            </li>
          );
        })}
      </ol>
    </>
  );
}

function isWithin(seconds: number, start: number | null, end: number | null): boolean {
  return seconds > 0 && start !== null && end !== null && seconds >= start && seconds < end;
}
