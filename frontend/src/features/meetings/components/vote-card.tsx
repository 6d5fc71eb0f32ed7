import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { isFromElsewhere } from '../my-votes';
import { type Place, type Poll, type Snapshot, useVote } from '../queries';
import { useVoteWords } from '../use-vote-words';
import classes from './poll.module.css';
import { PollField } from './poll-field';
import { PollPromises } from './poll-promises';

interface VoteCardProps {
  place: Place;
  poll: Poll;
  snapshot: Snapshot;
}

/** An open poll on one's own screen: what is asked, what becomes of it, and where one votes. */
export function VoteCard({ place, poll, snapshot }: VoteCardProps) {
  const { t } = useTranslation('meetings');
  const words = useVoteWords();
  const { vote, error, isPending, data } = useVote(place, poll.id);
  const mine = snapshot.my_votes[poll.id];
  const isElsewhere = mine !== undefined && isFromElsewhere(mine);
  return (
    <section aria-label={t('vote.title')} className={classes.card}>
      <h3 className={classes.prompt}>{poll.prompt}</h3>
      <PollPromises poll={poll} />
      <PollField
        // a vote from another device takes the place of what was begun here
        key={isElsewhere ? mine.command_id : 'here'}
        poll={poll}
        mine={mine}
        isPending={isPending}
        onVote={vote}
      />
      <div role="status">
        {mine && <p className={classes.saved}>{t('vote.mine', { choice: words(mine) })}</p>}
        {isElsewhere && <p className={classes.note}>{t('vote.elsewhere')}</p>}
        {data?.replaced && !isElsewhere && <p className={classes.note}>{t('vote.replaced')}</p>}
      </div>
      {error && <ProblemNotice error={error} />}
      <p className={classes.hint}>
        {t('vote.votedOf', { count: snapshot.voted[poll.id] ?? 0, asked: poll.asked })}
      </p>
    </section>
  );
}
