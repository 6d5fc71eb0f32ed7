import { useTranslation } from 'react-i18next';
import type { Poll, PollResult as Result, StakeholderGroup } from '../queries';
import { usePollFinding } from '../use-poll-finding';
import classes from './poll.module.css';
import { PollByGroup } from './poll-by-group';
import { PollFigures } from './poll-figures';

interface PollResultProps {
  poll: Poll;
  groups: readonly StakeholderGroup[];
}

/** What came of a poll: the finding, everybody's votes drawn, then each group's. */
export function PollResult({ poll, groups }: PollResultProps) {
  const { t } = useTranslation('meetings');
  const finding = usePollFinding();
  const { result } = poll;
  if (!result) {
    return null;
  }
  return (
    <figure className={classes.result}>
      <figcaption>
        <p className={classes.asked}>{poll.prompt}</p>
        <p className={classes.finding}>{finding(poll)}</p>
      </figcaption>
      {poll.has_quorum === false && (
        <p className={classes.note}>
          {t('result.noQuorum', { count: poll.voted ?? result.total, quorum: poll.quorum })}
        </p>
      )}
      {result.total > 0 && result.counts && (
        <Drawn poll={poll} result={result} counts={result.counts} groups={groups} />
      )}
      <p className={classes.hint}>
        {t(poll.is_secret ? 'result.totalSecret' : 'result.total', {
          count: result.total,
          asked: poll.asked,
        })}
      </p>
    </figure>
  );
}

interface DrawnProps extends PollResultProps {
  result: Result;
  counts: readonly number[];
}

function Drawn({ poll, result, counts, groups }: DrawnProps) {
  const { t } = useTranslation('meetings');
  return (
    <>
      <PollFigures
        poll={poll}
        figures={{ ...result, counts }}
        total={result.total}
        name={t('result.everybody')}
      />
      {poll.kind === 'words' ? (
        <p className={classes.hint}>{t('result.wordsNotByGroup')}</p>
      ) : (
        <PollByGroup poll={poll} result={result} groups={groups} />
      )}
    </>
  );
}
