import { IconLock, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Poll } from '../queries';
import { Fitting } from './fitting';
import type { WallSnapshot } from './queries';
import classes from './wall-poll.module.css';
import { WallResult } from './wall-result';

/** A question of more letters takes smaller type, so that what can be answered has room. */
const LONG = 90;

interface WallPollProps {
  poll: Poll;
  /** How many have voted. */
  voted: number;
  groups: WallSnapshot['groups'];
}

/** A poll as the room sees it: what is asked and how many voted, and what came of it once shown. */
export function WallPoll({ poll, voted, groups }: WallPollProps) {
  const { t } = useTranslation('meetings');
  return (
    <Fitting more={t('wall.more')} key={`${poll.id} ${poll.released_at ?? poll.closed_at}`}>
      {poll.result ? (
        <WallResult poll={poll} result={poll.result} groups={groups} />
      ) : (
        <Asked poll={poll} voted={poll.voted ?? voted} />
      )}
    </Fitting>
  );
}

function Asked({ poll, voted }: { poll: Poll; voted: number }) {
  const { t } = useTranslation('meetings');
  return (
    <div className={classes.asked}>
      <div className={classes.part}>
        <h2 data-long={poll.prompt.length > LONG || undefined}>{poll.prompt}</h2>
        {poll.closed_at ? <p>{t('wall.closed')}</p> : <Answers poll={poll} />}
      </div>
      <div className={classes.part}>
        <p className={classes.turnout}>
          <strong>{voted}</strong>{' '}
          {t(poll.closed_at ? 'wall.votedAtClose' : 'wall.voted', {
            count: voted,
            asked: poll.asked,
          })}
        </p>
        {poll.quorum !== null && (
          <p className={classes.fact}>
            <IconUsers size="1em" aria-hidden />{' '}
            {t(voted >= poll.quorum ? 'wall.quorumReached' : 'wall.quorum', {
              count: poll.quorum,
            })}
          </p>
        )}
        {poll.is_secret && (
          <p className={classes.fact}>
            <IconLock size="1em" aria-hidden /> {t('wall.secret')}
          </p>
        )}
      </div>
    </div>
  );
}

/** What can be answered, as the kind of the poll wants it. */
function Answers({ poll }: { poll: Poll }) {
  const { t } = useTranslation('meetings');
  const { kind, scale, choices, at_most: atMost } = poll;
  if (scale) {
    return (
      <>
        <p>{t('wall.rate', { low: scale.low, high: scale.high })}</p>
        <ul className={classes.bands}>
          {scale.bands.map(({ name, low, high }) => (
            <li key={name}>
              <strong>{low === high ? low : `${low}–${high}`}</strong> {name}
            </li>
          ))}
        </ul>
      </>
    );
  }
  const isMany = choices.length > 4;
  return (
    <>
      {kind === 'ranking' && <p>{t('wall.rank')}</p>}
      {kind === 'words' && <p>{t('wall.words', { count: atMost ?? 1 })}</p>}
      {kind === 'choice' && atMost !== null && atMost > 1 && (
        <p>{t('vote.chooseAtMost', { count: atMost })}</p>
      )}
      {choices.length > 0 && (
        <ul
          className={classes.choices}
          data-many={isMany || undefined}
          data-short={choices.length > 6 || undefined}
        >
          {choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      )}
    </>
  );
}
