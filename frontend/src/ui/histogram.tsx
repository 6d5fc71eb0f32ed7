import { useTranslation } from 'react-i18next';
import classes from './histogram.module.css';
import { HistogramBars } from './histogram-bars';

export interface Bin {
  value: number;
  count: number;
}

export interface HistogramProps {
  /** What is to be seen in it: the finding. */
  title: string;
  /** Every value of the scale, in order, also where nobody chose it. */
  bins: readonly Bin[];
  /** The tallest count of all charts in the row, so that they share one scale. */
  tallest?: number;
  median?: number | null;
  /** The reader's own answer. */
  own?: number | null;
  /** The values that the rule looks at. */
  band?: { from: number; to: number };
  colour?: string;
  /** How wide it may become, where it does not stand in a row of others. */
  widest?: string;
}

/** One of a row of small charts on one scale, with its numbers in a table behind it. */
export function Histogram(props: HistogramProps) {
  const { t } = useTranslation('ui');
  const { title, bins, median, own } = props;
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const known = typeof median === 'number';
  const summary = known ? t('histogram.medianIs', { median }) : t('histogram.noMedian');
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>{title}</figcaption>
      <HistogramBars {...props} label={t('histogram.alt', { title, count, summary })} />
      <p className={classes.key}>
        {known && (
          <span>
            <span aria-hidden>▾ </span>
            {t('histogram.median')} {median}
          </span>
        )}
        {typeof own === 'number' && (
          <span>
            <span aria-hidden>◆ </span>
            {t('histogram.own')} {own}
          </span>
        )}
      </p>
      <details className={classes.numbers}>
        <summary>{t('histogram.numbers')}</summary>
        <table>
          <caption className={classes.caption}>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('histogram.value')}</th>
              <th scope="col">{t('histogram.count')}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.value}>
                <th scope="row">{bin.value}</th>
                <td>{bin.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
