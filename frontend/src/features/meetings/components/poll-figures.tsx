import { useTranslation } from 'react-i18next';
import { Histogram } from '@/ui/histogram';
import type { Poll, PollResult } from '../queries';
import classes from './poll.module.css';
import { PollBars } from './poll-bars';

export interface Figures extends Pick<PollResult, 'unable' | 'median' | 'mean_ranks'> {
  counts: readonly number[];
}

interface PollFiguresProps {
  poll: Poll;
  figures: Figures;
  total: number;
  /** Whose votes these are. */
  name: string;
  colour?: string;
  /** The tallest count of all charts in the row. */
  tallest?: number;
}

/** Some people's votes, drawn as the kind of the poll wants it. */
export function PollFigures({ poll, figures, total, name, colour, tallest }: PollFiguresProps) {
  const { counts, median } = figures;
  const { scale } = poll;
  const rows = poll.choices.map((label, place) => ({ label, count: counts[place] ?? 0 }));
  if (poll.kind === 'words') {
    const words = (poll.result?.words ?? []).map(({ word, count }) => ({ label: word, count }));
    return <PollBars rows={words} total={total} />;
  }
  if (poll.kind === 'rating' && scale) {
    const band = scale.bands.find(
      ({ low, high }) => median !== null && low <= median && median <= high,
    );
    return (
      <Histogram
        title={name}
        bins={counts.map((count, place) => ({ value: scale.low + place, count }))}
        median={median}
        {...(band && { band: { from: band.low, to: band.high } })}
        {...(colour && { colour })}
        {...(tallest && { tallest })}
      />
    );
  }
  if (poll.kind === 'ranking') {
    return <RankTable poll={poll} figures={figures} name={name} />;
  }
  return <PollBars rows={rows} total={total} {...(colour && { colour })} />;
}

function RankTable({ poll, figures, name }: Pick<PollFiguresProps, 'poll' | 'figures' | 'name'>) {
  const { t } = useTranslation('meetings');
  const rows = poll.choices
    .map((choice, place) => ({
      choice,
      first: figures.counts[place] ?? 0,
      mean: figures.mean_ranks?.[place] ?? Number.NaN,
    }))
    .sort((one, other) => one.mean - other.mean);
  return (
    <table className={classes.ranks} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{t('result.choice')}</th>
          <th scope="col" className={classes.figure}>
            {t('result.meanPlace')}
          </th>
          <th scope="col" className={classes.figure}>
            {t('result.firsts')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ choice, first, mean }) => (
          <tr key={choice}>
            <th scope="row">{choice}</th>
            <td className={classes.figure}>
              {Number.isNaN(mean) ? '–' : Math.round(mean * 10) / 10}
            </td>
            <td className={classes.figure}>{first}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
