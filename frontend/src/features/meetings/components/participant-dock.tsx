import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChecklist, IconMessage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AfterVote } from './after-vote';
import { Arrivals, useArrivals } from './arrivals';
import type { SessionProps } from './participant-view';
import classes from './session.module.css';
import { targetOf } from './target';
import { VoteCard } from './vote-card';

const SHEET = { content: classes.drawer ?? '' };

interface DockProps extends SessionProps {
  hand: ReactNode;
  isCommentOpen: boolean;
  comment: { open: () => void; close: () => void };
}

/** Hand, vote and comment at the thumb; a vote and a comment come up as a sheet. */
export function ParticipantDock(props: DockProps) {
  const { live, meeting, commentBox, groups, hand, isCommentOpen, comment } = props;
  const { t } = useTranslation('meetings');
  const { snapshot, place } = live;
  const { state } = snapshot;
  const [isVoteOpen, vote] = useDisclosure(false);
  const item = state.agenda.find(({ id }) => id === state.shown?.item_id);
  const target = item && targetOf(item).target_id;
  const arrivals = useArrivals(place, target, target ? (state.comments[target] ?? 0) : 0);
  const open = state.polls.find((poll) => !poll.closed_at);
  const isAsked = open !== undefined && meeting.may_vote && !snapshot.my_votes[open.id];
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
            <AfterVote snapshot={snapshot} groups={groups} />
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
