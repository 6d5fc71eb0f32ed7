import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChecklist, IconMessage, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import type { LiveMeeting } from '../live';
import { type AgendaPoint, type Meeting, type StakeholderGroup, useCommand } from '../queries';
import { Announcer } from './announcer';
import { Arrivals, useArrivals } from './arrivals';
import { FloorLine } from './floor-line';
import { HandButton } from './hand-button';
import { Lobby } from './lobby';
import { PeopleList } from './people-list';
import { PollResult } from './poll-result';
import { ScrollArea } from './scroll-area';
import classes from './session.module.css';
import { SessionBar } from './session-bar';
import { targetOf } from './target';
import { VoteCard } from './vote-card';

export interface SessionProps {
  meeting: Meeting;
  live: LiveMeeting;
  memberId: string;
  groups: readonly StakeholderGroup[];
  /** Draws a mechanism version. */
  mechanism: (versionId: string) => ReactNode;
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
  const [isPeopleOpen, people] = useDisclosure(false);
  const whoIsHere = <PeopleList here={snapshot.here} groups={groups} memberId={memberId} />;
  return (
    <div className={classes.session}>
      <SessionBar title={meeting.title} live={live}>
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
      {state.phase === 'live' && <FloorLine live={live} memberId={memberId} />}
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
        {state.phase === 'live' && <OnShow {...props} />}
        {state.phase === 'ended' && <Ended {...props} />}
      </ScrollArea>
      {state.phase === 'live' && (
        <Dock
          {...props}
          hand={<HandButton state={state} memberId={memberId} command={command} />}
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

function OnShow({ live, mechanism, groups }: SessionProps) {
  const { t } = useTranslation('meetings');
  const { agenda, shown, polls } = live.snapshot.state;
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
  const closed = polls.filter((poll) => poll.item_id === item.id && poll.result);
  return (
    <div className={classes.onShow}>
      <p className={classes.quiet}>
        {t('show.point', { number: index + 1, total: agenda.length })}
      </p>
      {item.version_id ? (
        mechanism(item.version_id)
      ) : (
        <div>
          <h2 className={classes.large}>{item.title}</h2>
          <p>{t('show.open')}</p>
        </div>
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

function Ended({ live, groups }: SessionProps) {
  const { t } = useTranslation('meetings');
  const polls = live.snapshot.state.polls.filter((poll) => poll.result);
  return (
    <div className={classes.lobby}>
      <h2>{t('ended.title')}</h2>
      <p>{t('ended.thanks')}</p>
      {polls.map((poll) => (
        <PollResult key={poll.id} poll={poll} groups={groups} />
      ))}
    </div>
  );
}

const SHEET = { content: classes.drawer ?? '' };

function Dock({ live, meeting, commentBox, groups, hand }: SessionProps & { hand: ReactNode }) {
  const { t } = useTranslation('meetings');
  const { snapshot, place } = live;
  const { state } = snapshot;
  const [isVoteOpen, vote] = useDisclosure(false);
  const [isCommentOpen, comment] = useDisclosure(false);
  const item = state.agenda.find(({ id }) => id === state.shown?.item_id);
  const target = item && targetOf(item).target_id;
  const arrivals = useArrivals(place, target, target ? (state.comments[target] ?? 0) : 0);
  const open = state.polls.find((poll) => !poll.closed_at);
  const isAsked = open !== undefined && meeting.may_vote && !snapshot.my_votes[open.id];
  const last = state.polls.at(-1);
  return (
    <nav className={classes.dock} aria-label={meeting.title}>
      {hand}
      {meeting.may_vote && (
        <Button
          size="md"
          variant={isAsked ? 'filled' : 'default'}
          leftSection={<IconChecklist size={20} aria-hidden />}
          onClick={vote.open}
          className={classes.dockButton ?? ''}
        >
          {t(isAsked ? 'vote.now' : 'vote.open')}
        </Button>
      )}
      <Button
        size="md"
        variant="default"
        leftSection={<IconMessage size={20} aria-hidden />}
        onClick={comment.open}
        className={classes.dockButton ?? ''}
      >
        {t('comments.open')}
        {arrivals.waiting > 0 && (
          <span className={classes.count}>
            {t('comments.arrived', { count: arrivals.waiting })}
          </span>
        )}
      </Button>
      <Drawer
        closeButtonProps={{ 'aria-label': t('close') }}
        opened={isVoteOpen}
        onClose={vote.close}
        title={t('vote.title')}
        position="bottom"
        classNames={SHEET}
      >
        <div className={classes.sheet}>
          {open ? (
            <VoteCard place={place} poll={open} snapshot={snapshot} />
          ) : (
            <>
              <p>{t('vote.none')}</p>
              {last && <PollResult poll={last} groups={groups} />}
            </>
          )}
        </div>
      </Drawer>
      <Drawer
        closeButtonProps={{ 'aria-label': t('close') }}
        opened={isCommentOpen}
        onClose={comment.close}
        title={t('comments.title')}
        position="bottom"
        classNames={SHEET}
      >
        <div className={classes.sheet}>
          {item ? (
            <>
              {commentBox(item, arrivals.show)}
              <Arrivals
                comments={arrivals.comments}
                waiting={arrivals.waiting}
                onShow={arrivals.show}
              />
            </>
          ) : (
            <p>{t('comments.nothingShown')}</p>
          )}
        </div>
      </Drawer>
    </nav>
  );
}
