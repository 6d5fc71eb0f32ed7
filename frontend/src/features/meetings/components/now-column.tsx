import { Button } from '@mantine/core';
import { IconChecklist, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import type { AgendaPoint, Command, Poll, StakeholderGroup } from '../queries';
import { Arrivals, type useArrivals } from './arrivals';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import type { SessionProps } from './participant-view';
import { PollResult } from './poll-result';
import { ScrollArea } from './scroll-area';
import session from './session.module.css';

interface NowColumnProps {
  live: LiveMeeting;
  item: AgendaPoint | undefined;
  groups: readonly StakeholderGroup[];
  mechanism: SessionProps['mechanism'];
  arrivals: ReturnType<typeof useArrivals>;
  send: (command: Command) => void;
  onOpenPoll: () => void;
  onComment: () => void;
  onStart: () => void;
}

/** What is on show, the poll, and what is being written about it. */
export function NowColumn(props: NowColumnProps) {
  const { live, item, mechanism, groups, arrivals, send, onOpenPoll, onComment, onStart } = props;
  const { t } = useTranslation('meetings');
  const { phase, polls } = live.snapshot.state;
  const open = polls.find((poll) => !poll.closed_at);
  const closed = polls.filter((poll) => poll.result && (!item || poll.item_id === item.id));
  return (
    <ScrollArea className={classes.column ?? ''} label={t('chair.now')}>
      <h2>{t('chair.now')}</h2>
      {phase === 'lobby' && (
        <div className={classes.block}>
          <h3>{t('lobby.title')}</h3>
          <p>{t('chair.startHow')}</p>
          <div>
            <Button size="md" onClick={onStart} rightSection={<Key>s</Key>}>
              {t('chair.start')}
            </Button>
          </div>
        </div>
      )}
      {phase === 'ended' && <h3>{t('ended.title')}</h3>}
      {phase === 'live' &&
        (open ? (
          <OpenPoll live={live} poll={open} send={send} />
        ) : (
          <div className={classes.foot}>
            <Button
              size="sm"
              leftSection={<IconChecklist size={18} aria-hidden />}
              rightSection={<Key>p</Key>}
              onClick={onOpenPoll}
            >
              {t('chair.openPoll')}
            </Button>
          </div>
        ))}
      {phase === 'live' && !item && <p className={session.quiet}>{t('show.nothing')}</p>}
      {phase !== 'lobby' && item && !item.version_id && <h3>{item.title}</h3>}
      {item?.version_id && mechanism(item.version_id, onComment)}
      {closed.length > 0 && (
        <div className={classes.block}>
          <h3>{t('chair.pollsOfPoint')}</h3>
          {closed.map((poll) => (
            <PollResult key={poll.id} poll={poll} groups={groups} />
          ))}
        </div>
      )}
      {item && (
        <div className={classes.block}>
          <h3>{t('chair.comments')}</h3>
          <div>
            <Button
              size="sm"
              variant="default"
              leftSection={<IconMessage size={18} aria-hidden />}
              rightSection={<Key>w</Key>}
              onClick={onComment}
            >
              {t('chair.comment')}
            </Button>
          </div>
          <Arrivals
            comments={arrivals.comments}
            waiting={arrivals.waiting}
            onShow={arrivals.show}
            hotkey={<Key>r</Key>}
          />
        </div>
      )}
    </ScrollArea>
  );
}

interface OpenPollProps {
  live: LiveMeeting;
  poll: Poll;
  send: (command: Command) => void;
}

function OpenPoll({ live, poll, send }: OpenPollProps) {
  const { t } = useTranslation('meetings');
  const { voted, here } = live.snapshot;
  return (
    <div className={classes.block} data-active>
      <h3>{poll.prompt}</h3>
      <p className={session.quiet}>{poll.choices.join(' · ')}</p>
      <p>
        <span className={classes.big}>{t('vote.voted', { count: voted[poll.id] ?? 0 })}</span>{' '}
        {t('chair.of', { count: here.length })}
      </p>
      <div>
        <Button
          size="sm"
          rightSection={<Key>c</Key>}
          onClick={() => send({ type: 'close_poll', poll_id: poll.id })}
        >
          {t('chair.closePoll')}
        </Button>
      </div>
    </div>
  );
}
