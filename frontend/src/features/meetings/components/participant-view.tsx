import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { LiveMeeting } from '../live';
import { timingOf } from '../meeting-clock';
import { type AgendaPoint, type Meeting, type StakeholderGroup, useCommand } from '../queries';
import { CaptionsStrip } from '../red-light/captions-strip';
import { ConsentCard, mustAnswer } from '../red-light/consent-card';
import { RecordButton } from '../red-light/record-button';
import { GroupHand } from '../small-groups/group-hand';
import { GroupsStage, groupOf } from '../small-groups/groups-stage';
import { NotesRead } from '../small-groups/notes-read';
import { Announcer } from './announcer';
import { useServerNow } from './elapsed';
import { FloorLine } from './floor-line';
import { HandButton } from './hand-button';
import { Lobby } from './lobby';
import { OutcomeList } from './outcomes';
import { ParticipantDock } from './participant-dock';
import { PeopleList } from './people-list';
import { PollResult } from './poll-result';
import { ScrollArea } from './scroll-area';
import classes from './session.module.css';
import { SessionBar } from './session-bar';
import { leftWords } from './time-left';

export interface SessionProps {
  meeting: Meeting;
  live: LiveMeeting;
  memberId: string;
  groups: readonly StakeholderGroup[];
  /** Draws a mechanism version; `onChosen` follows when words of it are chosen to be commented on. */
  mechanism: (versionId: string, onChosen: () => void) => ReactNode;
  /** Where a comment on a point is written. */
  commentBox: (item: AgendaPoint, onSent: () => void) => ReactNode;
  /** The way out. */
  leave: ReactNode;
}

/** The meeting on one's own screen: what is on show fills it; hand, vote and comment at the thumb. */
export function ParticipantView(props: SessionProps) {
  const { meeting, live, memberId, groups, leave } = props;
  const { t } = useTranslation('meetings');
  const { snapshot, place } = live;
  const { state } = snapshot;
  const command = useCommand(place);
  const mine = groupOf(state.divisions.at(-1), memberId);
  const [isPeopleOpen, people] = useDisclosure(false);
  const [isCommentOpen, comment] = useDisclosure(false);
  const [isRecordOpen, record] = useDisclosure(false);
  const whoIsHere = (
    <PeopleList
      here={snapshot.here}
      groups={groups}
      memberId={memberId}
      chairId={state.chair?.member_id}
    />
  );
  return (
    <div className={classes.session}>
      <SessionBar
        title={meeting.title}
        live={live}
        memberId={memberId}
        hasOwnLight={meeting.may_record}
      >
        {meeting.may_record && (
          <RecordButton
            live={live}
            memberId={memberId}
            dialog={{ isOpen: isRecordOpen, ...record }}
          />
        )}
        <Button
          variant="default"
          size="sm"
          leftSection={<IconUsers size={18} aria-hidden />}
          onClick={people.open}
        >
          {t('people.here', { count: snapshot.here.length })}
        </Button>
        {leave}
      </SessionBar>
      <Announcer state={state} memberId={memberId} />
      {state.phase === 'live' && !mine && <FloorLine live={live} memberId={memberId} />}
      <ScrollArea label={t('bar.stage')} className={classes.stage ?? ''} key={state.shown?.item_id}>
        {command.error && <ProblemNotice error={command.error} />}
        {state.phase === 'lobby' && (
          <Lobby meeting={meeting} agenda={state.agenda}>
            <section>
              <h3>{t('people.here', { count: snapshot.here.length })}</h3>
              {whoIsHere}
            </section>
          </Lobby>
        )}
        <ConsentCard live={live} memberId={memberId} />
        {state.phase === 'live' && !mustAnswer(live, memberId) && (
          <GroupsStage
            live={live}
            memberId={memberId}
            groups={groups}
            mechanism={(versionId) => props.mechanism(versionId, comment.open)}
            send={command.send}
          >
            <OnShow {...props} onChosen={comment.open} />
          </GroupsStage>
        )}
        {state.phase === 'ended' && <Ended {...props} />}
      </ScrollArea>
      {!mustAnswer(live, memberId) && <CaptionsStrip live={live} />}
      {state.phase === 'live' && !mustAnswer(live, memberId) && (
        <ParticipantDock
          {...props}
          isCommentOpen={isCommentOpen}
          comment={comment}
          hand={
            mine ? (
              <GroupHand group={mine} memberId={memberId} send={command.send} />
            ) : (
              <HandButton state={state} memberId={memberId} command={command} />
            )
          }
        />
      )}
      <Drawer
        closeButtonProps={{ 'aria-label': t('close') }}
        opened={isPeopleOpen}
        onClose={people.close}
        title={t('people.title')}
        position="right"
      >
        {whoIsHere}
      </Drawer>
    </div>
  );
}

function OnShow({ live, mechanism, groups, onChosen }: SessionProps & { onChosen: () => void }) {
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const { agenda, shown, polls } = state;
  const index = agenda.findIndex(({ id }) => id === shown?.item_id);
  const item = agenda[index];
  if (!item) {
    return (
      <div className={classes.lobby}>
        <h2>{t('show.nothing')}</h2>
        <p>{t('show.nothingHow')}</p>
      </div>
    );
  }
  const outcomes = state.outcomes.filter((one) => one.item_id === item.id);
  const closed = polls.filter((poll) => poll.item_id === item.id && poll.result);
  return (
    <div className={classes.onShow}>
      <p className={classes.quiet}>
        {t('show.point', { number: index + 1, total: agenda.length })} · <PointClock live={live} />
      </p>
      {item.version_id ? (
        mechanism(item.version_id, onChosen)
      ) : (
        <div>
          <h2 className={classes.large}>{item.title}</h2>
          <p>{t('show.open')}</p>
        </div>
      )}
      {outcomes.length > 0 && (
        <section>
          <h2>{t('outcome.title')}</h2>
          <OutcomeList outcomes={outcomes} />
        </section>
      )}
      {closed.length > 0 && (
        <section>
          <h2>{t('show.results')}</h2>
          {closed.map((poll) => (
            <PollResult key={poll.id} poll={poll} groups={groups} />
          ))}
        </section>
      )}
    </div>
  );
}

/** The time that is left for the point on show, in words. */
function PointClock({ live }: Pick<SessionProps, 'live'>) {
  const { t } = useTranslation('meetings');
  const { point } = timingOf(live.snapshot.state, useServerNow(live.clockOffset));
  return <span aria-live="off">{point && leftWords(t, point)}</span>;
}

function Ended({ live, groups }: SessionProps) {
  const { t } = useTranslation('meetings');
  const { state } = live.snapshot;
  const polls = state.polls.filter((poll) => poll.result);
  return (
    <div className={classes.lobby}>
      <h2>{t(state.is_ended_by_clock ? 'ended.byClock' : 'ended.title')}</h2>
      <p>{t('ended.thanks')}</p>
      {state.outcomes.length > 0 && (
        <section>
          <h3>{t('outcome.title')}</h3>
          <OutcomeList outcomes={state.outcomes} />
        </section>
      )}
      {polls.map((poll) => (
        <PollResult key={poll.id} poll={poll} groups={groups} />
      ))}
      <NotesRead place={live.place} divisions={live.snapshot.state.divisions} />
    </div>
  );
}
