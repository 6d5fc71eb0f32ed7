import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/ui/loading';
import session from '../components/session.module.css';
import type { LiveMeeting } from '../live';
import type { Command, StakeholderGroup } from '../queries';
import { Countdown } from './countdown';
import { GroupFloor } from './group-floor';
import { GroupPeople } from './group-people';
import type { Division, SmallGroup } from './queries';
import classes from './small-groups.module.css';

/** Only who writes in a note loads what merges it. */
const NoteEditor = lazy(async () => {
  const { NoteEditor: editor } = await import('./note-editor');
  return { default: editor };
});

interface GroupRoomProps {
  division: Division;
  group: SmallGroup;
  live: LiveMeeting;
  memberId: string;
  groups: readonly StakeholderGroup[];
  mayChair: boolean;
  /** Draws the mechanism version on the group's card. */
  mechanism: (versionId: string) => ReactNode;
  send: (command: Command) => void;
  onUnsaved: (words: string) => void;
}

/** A small group's room: its card, its note and its people, and how much time is left. */
export function GroupRoom(props: GroupRoomProps) {
  const { division, group, live, memberId, groups, mayChair, mechanism, send, onUnsaved } = props;
  const { t } = useTranslation('meetings');
  const number = division.groups.indexOf(group) + 1;
  return (
    <div className={classes.room}>
      <header className={classes.roomHead}>
        <h2>{t('smallGroups.group', { number })}</h2>
        {division.sent_at && division.ends_at && !division.recalled_at && (
          <Countdown
            sentAt={division.sent_at}
            endsAt={division.ends_at}
            clockOffset={live.clockOffset}
          />
        )}
      </header>
      {division.is_warned && !division.recalled_at && (
        <p role="alert" className={classes.warning}>
          {t('smallGroups.warned')}
        </p>
      )}
      <GroupFloor
        group={group}
        live={live}
        memberId={memberId}
        mayEnd={mayChair || group.facilitator_id === memberId}
        send={send}
      />
      <section className={classes.card}>
        <h3>{group.card.title}</h3>
        {group.card.version_id && (
          <details>
            <summary>{t('smallGroups.showMechanism')}</summary>
            <div className={session.onShow}>{mechanism(group.card.version_id)}</div>
          </details>
        )}
      </section>
      <Suspense fallback={<Loading />}>
        <NoteEditor
          key={group.id}
          place={{ ...live.place, smallGroupId: group.id }}
          isOpen={!division.recalled_at}
          memberId={memberId}
          onUnsaved={onUnsaved}
        />
      </Suspense>
      <GroupPeople
        group={group}
        live={live}
        memberId={memberId}
        groups={groups}
        mayGive={mayChair || group.facilitator_id === memberId}
        send={send}
      />
    </div>
  );
}
