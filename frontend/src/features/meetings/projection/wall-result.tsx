import { useTranslation } from 'react-i18next';
import { HistogramBars } from '@/ui/histogram-bars';
import { GroupMark } from '@/ui/marks/group-mark';
import type { Poll, PollResult } from '../queries';
import { usePollFinding } from '../use-poll-finding';
import type { WallSnapshot } from './queries';
import classes from './wall-poll.module.css';

const MOST_WORDS = 12;

interface WallResultProps {
  poll: Poll;
  result: PollResult;
  groups: WallSnapshot['groups'];
}

/** What came of a poll: the finding in large type, everybody's votes drawn, a line for each group. */
export function WallResult({ poll, result, groups }: WallResultProps) {
  const { t } = useTranslation('meetings');
  const finding = usePollFinding();
  return (
    <figure
      className={classes.result}
      data-many={(result.counts && poll.choices.length > 5) || undefined}
      data-bare={!result.counts || undefined}
    >
      <div className={classes.part}>
        <figcaption>
          <p className={classes.prompt}>{poll.prompt}</p>
          <h2>{finding(poll)}</h2>
        </figcaption>
        {poll.has_quorum === false && (
          <p className={classes.note}>
            {t('result.noQuorum', { count: poll.voted ?? result.total, quorum: poll.quorum })}
          </p>
        )}
        {result.total > 0 && result.counts && (
          <Drawn poll={poll} result={result} counts={result.counts} />
        )}
      </div>
      <div className={classes.part}>
        {poll.kind !== 'words' && <Groups poll={poll} result={result} groups={groups} />}
        <p className={classes.fact}>
          {t(poll.is_secret ? 'result.totalSecret' : 'result.total', {
            count: result.total,
            asked: poll.asked,
          })}
        </p>
      </div>
    </figure>
  );
}

interface DrawnProps {
  poll: Poll;
  result: PollResult;
  counts: readonly number[];
}

function Drawn({ poll, result, counts }: DrawnProps) {
  if (poll.scale) {
    return <Ratings poll={poll} scale={poll.scale} counts={counts} median={result.median} />;
  }
  if (poll.kind === 'words') {
    return <Words words={result.words ?? []} />;
  }
  return <Bars poll={poll} result={result} counts={counts} />;
}

interface RatingsProps {
  poll: Poll;
  scale: NonNullable<Poll['scale']>;
  counts: readonly number[];
  median: number | null;
}

function Ratings({ poll, scale, counts, median }: RatingsProps) {
  const { t } = useTranslation('meetings');
  const finding = usePollFinding();
  const band = scale.bands.find(
    ({ low, high }) => median !== null && low <= median && median <= high,
  );
  const title = finding(poll);
  return (
    <div className={classes.ratings}>
      <HistogramBars
        title={title}
        label={title}
        bins={counts.map((count, step) => ({ value: scale.low + step, count }))}
        median={median}
        colour="var(--accent)"
        widest="14em"
        {...(band && { band: { from: band.low, to: band.high } })}
      />
      <ul className={classes.bands}>
        {scale.bands.map(({ name, low, high }) => (
          <li key={name} data-median={name === band?.name || undefined}>
            <strong>{low === high ? low : `${low}–${high}`}</strong> {name}:{' '}
            {t('wall.bandShare', {
              count: counts
                .slice(low - scale.low, high - scale.low + 1)
                .reduce((sum, one) => sum + one, 0),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A bar a choice; of a ranking, the choices in the order that came of it, with their mean place. */
function Bars({ poll, result, counts }: DrawnProps) {
  const { t } = useTranslation('meetings');
  const ranks = result.mean_ranks;
  const rows = poll.choices.map((choice, at) => ({
    choice,
    count: counts[at] ?? 0,
    place: ranks?.[at] ?? null,
  }));
  const most = poll.choices.length;
  if (ranks) {
    rows.sort((one, other) => (one.place ?? most) - (other.place ?? most));
  }
  return (
    <ul className={classes.bars} data-many={rows.length > 4 || undefined}>
      {rows.map(({ choice, count, place }) => (
        <li key={choice} className={classes.bar}>
          <span className={classes.choice}>{choice}</span>
          <svg
            aria-hidden="true"
            className={classes.line}
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
          >
            <rect width="100" height="1" fill="var(--surface-sunken)" />
            <rect
              width={
                place === null
                  ? (100 * count) / Math.max(1, result.total)
                  : (100 * (most - place)) / Math.max(1, most - 1)
              }
              height="1"
              fill="var(--accent)"
            />
          </svg>
          <span className={classes.count}>
            {place === null ? count : t('wall.place', { place: Math.round(place * 10) / 10 })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Words({ words }: { words: NonNullable<PollResult['words']> }) {
  const { t } = useTranslation('meetings');
  const rest = words.length - MOST_WORDS;
  return (
    <>
      <ul className={classes.words}>
        {words.slice(0, MOST_WORDS).map(({ word, count }) => (
          <li key={word} data-often={count > 1 || undefined}>
            {word} {count > 1 && <span className={classes.count}>×{count}</span>}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={classes.fact}>{t('wall.moreWords', { count: rest })}</p>}
    </>
  );
}

/** What came of it in each group that is large enough, in words: small charts are not read from afar. */
function Groups({ poll, result, groups }: WallResultProps) {
  const { t } = useTranslation('meetings');
  const finding = useGroupFinding();
  if (!result.counts) {
    return null;
  }
  const shown = groups.flatMap((group) => {
    const counted = result.groups.find(({ group_id: id }) => id === group.id);
    return counted?.counts ? [{ group, counted, counts: counted.counts }] : [];
  });
  const isAnyHidden = result.groups.some(({ counts }) => counts === null);
  return (
    <>
      {shown.length > 0 && (
        <ul className={classes.groups}>
          {shown.map(({ group: { id, position, name, short_name: short }, counted, counts }) => (
            <li key={id}>
              <strong>
                <GroupMark position={position} name={short || name} />
              </strong>
              <span>{finding(poll, { ...counted, counts })}</span>
            </li>
          ))}
        </ul>
      )}
      {isAnyHidden && <p className={classes.fact}>{t('wall.hidden')}</p>}
    </>
  );
}

type CountedGroup = PollResult['groups'][number] & { counts: readonly number[] };

/** What came of a poll in a group, in so few words that they stand in a line. */
function useGroupFinding() {
  const { t } = useTranslation('meetings');
  return ({ scale, choices }: Poll, { counts, mean_ranks: ranks, median, total }: CountedGroup) => {
    if (scale) {
      return median === null
        ? t('finding.allUnable')
        : t('wall.groupMedian', { median, count: total ?? 0 });
    }
    const best = ranks ? Math.min(...ranks) : Math.max(...counts);
    const [leading, ...others] = choices.filter((_, at) => (ranks ?? counts)[at] === best);
    if (others.length > 0) {
      return t('wall.groupTied');
    }
    return t(ranks ? 'wall.groupFirst' : 'wall.groupMost', { choice: leading, count: best, total });
  };
}
