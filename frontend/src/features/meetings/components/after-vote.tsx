import { useTranslation } from 'react-i18next';
import type { Snapshot, StakeholderGroup } from '../queries';
import { useVoteWords } from '../use-vote-words';
import classes from './poll.module.css';
import { PollResult } from './poll-result';

interface AfterVoteProps {
  snapshot: Snapshot;
  groups: readonly StakeholderGroup[];
}

/** While no poll is open: what became of the last one and of my vote in it. */
export function AfterVote({ snapshot, groups }: AfterVoteProps) {
  const { t } = useTranslation('meetings');
  const words = useVoteWords();
  const { polls } = snapshot.state;
  const newest = polls.at(-1);
  if (!newest) {
    return <p>{t('vote.none')}</p>;
  }
  const mine = snapshot.my_votes[newest.id];
  const earlier = polls.slice(0, -1).findLast(({ result }) => result);
  return (
    <div className={classes.stack}>
      {!newest.result && (
        <>
          <h3 className={classes.prompt}>{newest.prompt}</h3>
          <p>{t('vote.waiting')}</p>
        </>
      )}
      {mine && (
        <p className={classes.saved}>
          {mine.is_forgotten ? t('vote.forgotten') : t('vote.was', { choice: words(mine) })}
        </p>
      )}
      <PollResult poll={newest} groups={groups} />
      {!newest.result && earlier && (
        <details className={classes.behind}>
          <summary>{t('vote.earlier')}</summary>
          <PollResult poll={earlier} groups={groups} />
        </details>
      )}
    </div>
  );
}
