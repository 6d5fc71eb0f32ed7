import { Button } from '@mantine/core';
import { IconChecklist, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveMeeting } from '../live';
import type { AgendaPoint, Command, Poll, StakeholderGroup } from '../queries';
import classes from './chair.module.css';
import { Key } from './chair-keys';
import poll from './poll.module.css';
import { PollResult } from './poll-result';
import session from './session.module.css';

interface ChairPollsProps {
  live: LiveMeeting;
  /** True for the one person who holds the chair. */
  canAct: boolean;
  send: (command: Command) => void;
  onOpenPoll: () => void;
}

/** The poll that is open, those that wait to be shown, and the way to open one. */
export function ChairPolls({ live, canAct, send, onOpenPoll }: ChairPollsProps) {
  const { t } = useTranslation('meetings');
  const { polls, phase } = live.snapshot.state;
  const open = polls.find((each) => !each.closed_at);
  const waiting = polls.filter((each) => each.closed_at && !each.released_at);
  return (
    <>
      {waiting.map((each) => (
        <WaitingPoll
          key={each.id}
          poll={each}
          canAct={canAct}
          send={send}
          isNewest={each === waiting.at(-1)}
        />
      ))}
      {open && <OpenPoll live={live} poll={open} canAct={canAct} send={send} />}
      {phase === 'live' && !open && canAct && (
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
      )}
    </>
  );
}

interface OnePollProps {
  poll: Poll;
  canAct: boolean;
  send: (command: Command) => void;
}

function OpenPoll({ live, poll: open, canAct, send }: OnePollProps & { live: LiveMeeting }) {
  const { t } = useTranslation('meetings');
  const voted = live.snapshot.voted[open.id] ?? 0;
  return (
    <div className={classes.block} data-active>
      <h3>{open.prompt}</h3>
      <p className={session.quiet}>
        {t(`template.${open.kind}.name`)} · {t(open.is_secret ? 'poll.isSecret' : 'poll.isNamed')}
        {open.choices.length > 0 && ` · ${open.choices.join(' · ')}`}
      </p>
      <p>
        <span className={classes.big}>{t('vote.voted', { count: voted })}</span>{' '}
        {t('chair.ofAsked', { count: open.asked })}
      </p>
      {open.quorum !== null && (
        <p className={session.quiet}>
          {voted >= open.quorum
            ? t('chair.quorumReached', { count: open.quorum })
            : t('chair.quorumMissing', { count: open.quorum - voted, quorum: open.quorum })}
        </p>
      )}
      {canAct && (
        <div>
          <Button
            size="sm"
            rightSection={<Key>c</Key>}
            onClick={() => send({ type: 'close_poll', poll_id: open.id })}
          >
            {t('chair.closePoll')}
          </Button>
        </div>
      )}
    </div>
  );
}

function WaitingPoll({
  poll: waiting,
  canAct,
  send,
  isNewest,
}: OnePollProps & { isNewest: boolean }) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.block} data-active>
      <h3>{waiting.prompt}</h3>
      <p>{t('chair.waiting', { count: waiting.voted ?? 0, asked: waiting.asked })}</p>
      {waiting.has_quorum === false && (
        <p className={poll.note}>
          {t('result.noQuorum', { count: waiting.voted ?? 0, quorum: waiting.quorum })}
        </p>
      )}
      {canAct && (
        <div>
          <Button
            size="sm"
            leftSection={<IconEye size={18} aria-hidden />}
            rightSection={isNewest ? <Key>o</Key> : undefined}
            onClick={() => send({ type: 'release_poll', poll_id: waiting.id })}
          >
            {t('chair.release')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface PollsOfPointProps {
  polls: readonly Poll[];
  item: AgendaPoint | undefined;
  groups: readonly StakeholderGroup[];
  /** The newest stands where the chair looks first, the others below what is on show. */
  which: 'newest' | 'earlier';
}

/** What came of the polls on the point that is on show. */
export function PollsOfPoint({ polls, item, groups, which }: PollsOfPointProps) {
  const { t } = useTranslation('meetings');
  const released = polls.filter((each) => each.result && (!item || each.item_id === item.id));
  const told = which === 'newest' ? released.slice(-1) : released.slice(0, -1).reverse();
  if (told.length === 0) {
    return null;
  }
  return (
    <div className={classes.block}>
      <h3>{t(which === 'newest' ? 'chair.newestPoll' : 'chair.earlierPolls')}</h3>
      {told.map((each) => (
        <PollResult key={each.id} poll={each} groups={groups} />
      ))}
    </div>
  );
}
