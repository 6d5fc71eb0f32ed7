import { Button, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/ui/problem-notice';
import { type Place, type Poll, type Snapshot, useVote } from '../queries';
import classes from './session.module.css';

interface VoteCardProps {
  place: Place;
  poll: Poll;
  snapshot: Snapshot;
}

/** An open poll on one's own screen: one press votes, another changes the vote. */
export function VoteCard({ place, poll, snapshot }: VoteCardProps) {
  const { t } = useTranslation('meetings');
  const { vote, error, isPending, variables } = useVote(place, poll.id);
  const mine = snapshot.my_votes[poll.id];
  return (
    <section aria-label={t('vote.title')}>
      <h3 className={classes.prompt}>{poll.prompt}</h3>
      <Stack gap="xs" role="group" aria-label={t('vote.choices')}>
        {poll.choices.map((choice) => (
          <Button
            key={choice}
            size="lg"
            h="auto"
            mih="var(--target)"
            py={10}
            variant={mine === choice ? 'filled' : 'default'}
            aria-pressed={mine === choice}
            leftSection={mine === choice ? <IconCheck aria-hidden /> : undefined}
            loading={isPending && variables?.choice === choice}
            onClick={() => vote(choice)}
            classNames={{ label: classes.wrap ?? '' }}
          >
            {choice}
          </Button>
        ))}
      </Stack>
      <p role="status" className={classes.saved}>
        {mine && t('vote.mine', { choice: mine })}
      </p>
      {error && <ProblemNotice error={error} />}
      <p className={classes.quiet}>
        {t('vote.voted', { count: snapshot.voted[poll.id] ?? 0 })}. {t('vote.secret')}
      </p>
    </section>
  );
}
