import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock } from '@/ui/clock';
import { StanceMark, type StanceName } from '@/ui/marks/stance-mark';
import { Moment } from '@/ui/moment';
import type { Voice } from '../queries';
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
}

/** Voices under their stakeholder group in the study's order; silent groups are said, not left out. */
export function VoiceGroups({ voices, groups, groupName, place }: VoiceGroupsProps) {
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
                <span className={classes.quiet}> {t('trace.count', { count: heard.length })}</span>
              )}
            </Title>
            {heard.length === 0 ? (
              <p className={classes.card}>{t('trace.silent', { group: name })}</p>
            ) : (
              <VoiceList voices={heard} place={place} />
            )}
          </section>
        );
      })}
      {others.length > 0 && (
        <section>
          <Title order={3} size="h4" mb="xs">
            {t('trace.noGroup')}
          </Title>
          <VoiceList voices={others} place={place} />
        </section>
      )}
    </div>
  );
}

function VoiceList({ voices, place }: Pick<VoiceGroupsProps, 'voices' | 'place'>) {
  return (
    <ul className={`${classes.plain} ${classes.card}`}>
      {voices.map((voice) => (
        <li key={voice.id}>
          <VoiceItem voice={voice} place={place} />
        </li>
      ))}
    </ul>
  );
}

function VoiceItem({ voice, place }: { voice: Voice; place: VoiceGroupsProps['place'] }) {
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
        {voice.start_seconds !== null && <Clock seconds={voice.start_seconds} />}
        <Moment at={voice.at} />
        <span>{marks.join(', ')}</span>
      </footer>
    </blockquote>
  );
}
