import { useTranslation } from 'react-i18next';
import { Histogram } from '@/ui/histogram';
import { groupColour } from '@/ui/marks/group-mark';
import type { RatingResult } from '../queries';
import type { ResultGroup } from './round-results';
import classes from './rounds.module.css';

interface GroupHistogramsProps {
  result: RatingResult;
  groups: readonly ResultGroup[];
}

/** Every stakeholder group's ratings side by side on one scale, the reader's own marked. */
export function GroupHistograms({ result, groups }: GroupHistogramsProps) {
  const { t } = useTranslation('rounds');
  const band = result.whole.bands.at(-1);
  const counts = result.groups.flatMap(({ figures }) => figures?.counts ?? []);
  const tallest = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <div className={classes.charts}>
      {result.groups.map(({ group_id, figures }) => {
        const group = groups.find(({ id }) => id === group_id);
        const name = group?.name ?? '';
        return figures ? (
          <Histogram
            key={group_id}
            title={t('results.ratings', { name, count: figures.rated })}
            bins={figures.counts.map(({ point, count }) => ({ value: point, count }))}
            median={figures.median}
            own={result.mine?.rating ?? null}
            tallest={tallest}
            colour={groupColour(group?.position ?? 0)}
            {...(band ? { band: { from: band.low, to: band.high } } : {})}
          />
        ) : (
          <div key={group_id} className={classes.hidden}>
            {t('results.hidden', { name })}
          </div>
        );
      })}
    </div>
  );
}
