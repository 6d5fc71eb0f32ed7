import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StanceMark, type StanceName } from '@/ui/marks/stance-mark';
import { Moment } from '@/ui/moment';
import type { Voice } from '../queries';
import { HearButton } from './hear-button';
import classes from './proposals.module.css';

interface Group {
  id: string;
  name: string;
}

interface VoiceGroupsProps {
  voices: readonly Voice[];
  groups: readonly Group[];
  /** The group's name with its mark. */
  groupName: (groupId: string) => ReactNode;
  /** Links to the words in their document. */
  place: (voice: Voice, words: ReactNode) => ReactNode;
  /** The address of a recording's sound. */
  soundOf: (recordingId: string) => string;
}

/** Voices under their stakeholder group in the study's order; silent groups are said, not left out. */
export function VoiceGroups({ voices, groups, groupName, ...rest }: VoiceGroupsProps) {
  const { t } = useTranslation('refinement');
  const known = new Set(groups.map(({ id }) => id));
  const others = voices.filter(({ group_id }) => !group_id || !known.has(group_id));
  return (
    <div className={classes.stack}>
      {groups.map(({ id, name }) => {
        const heard = voices.filter((voice) => voice.group_id === id);
        return (
          <section key={id}>
            <Title order={3} size="h4" mb="xs">
              {groupName(id)}
              {heard.length > 0 && (
                <span className={`${classes.quiet} ${classes.whole}`}>
                  {' '}
                  {t('trace.count', { count: heard.length })}
                </span>
              )}
            </Title>
            {heard.length === 0 ? (
              <p className={classes.card}>{t('trace.silent', { group: name })}</p>
            ) : (
              <VoiceList voices={heard} {...rest} />
            )}
          </section>
        );
      })}
      {others.length > 0 && (
        <section>
          <Title order={3} size="h4" mb="xs">
            {t('trace.noGroup')}
          </Title>
          <VoiceList voices={others} {...rest} />
        </section>
      )}
    </div>
  );
}

type Ways = Pick<VoiceGroupsProps, 'place' | 'soundOf'>;

function VoiceList({ voices, ...rest }: Ways & { voices: readonly Voice[] }) {
  return (
    <ul className={`${classes.plain} ${classes.card}`}>
      {voices.map((voice) => (
        <li key={voice.id}>
          <VoiceItem voice={voice} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function VoiceItem({ voice, place, soundOf }: Ways & { voice: Voice }) {
  const { t } = useTranslation('refinement');
  const marks = [
    voice.is_earlier && t('trace.earlier'),
    voice.kind === 'comment' && t('trace.uncoded'),
    voice.kind === 'excerpt' && t(voice.cited_in.length > 0 ? 'trace.cited' : 'trace.notCited'),
  ].filter(Boolean);
  return (
    <blockquote className={classes.quote}>
      <p className={classes.quoted}>
        <span className={classes.around}>{voice.before}</span>
        <mark>{voice.quote}</mark>
        <span className={classes.around}>{voice.after}</span>
      </p>
      <footer className={classes.said}>
        {voice.stance && <StanceMark stance={voice.stance as StanceName} />}
        <span>{voice.speaker ?? t('trace.unknown')}</span>
        {place(voice, voice.document_title)}
        {voice.recording_id && voice.start_seconds !== null && (
          <HearButton
            url={soundOf(voice.recording_id)}
            start={voice.start_seconds}
            end={voice.end_seconds}
          />
        )}
        <Moment at={voice.at} />
        <span>{marks.join(', ')}</span>
      </footer>
    </blockquote>
  );
}
