import { useTranslation } from 'react-i18next';
import { HistogramBars } from '@/ui/histogram-bars';
import type { Figures } from '../distributions';
import type { Poll } from '../queries';
import classes from './carrying.module.css';

interface FiguresDrawnProps {
  /** The question, as the room was asked it. */
  poll: Poll;
  labels: readonly string[];
  figures: Figures;
  who: string;
  where: string;
  colour: string;
  /** The tallest count of all charts in the row. */
  tallest: number;
}

/** Some people's answers in one place: small enough to stand beside those of another. */
export function FiguresDrawn(props: FiguresDrawnProps) {
  const { poll, labels, figures, who, where, colour, tallest } = props;
  const { t } = useTranslation('carrying');
  const said = labels.map((label, at) =>
    t('together.figure', { label, count: figures.counts[at] ?? 0 }),
  );
  const label = t('together.chart', { who, where, figures: said.join(', ') });
  const { scale } = poll;
  if (scale) {
    const { median } = figures;
    const band = scale.bands.find(
      ({ low, high }) => median !== null && low <= median && median <= high,
    );
    return (
      <>
        <HistogramBars
          title={label}
          label={label}
          bins={figures.counts.map((count, step) => ({ value: scale.low + step, count }))}
          median={median}
          tallest={tallest}
          colour={colour}
          {...(band && { band: { from: band.low, to: band.high } })}
        />
        {median !== null && <p className={classes.small}>{t('together.medianIs', { median })}</p>}
      </>
    );
  }
  return (
    <ul className={classes.bars} aria-label={`${who}, ${where}`}>
      {labels.map((option, at) => {
        const count = figures.counts[at] ?? 0;
        const place = figures.places?.[at];
        return (
          <li key={option} className={classes.bar}>
            <span>{option}</span>
            <span className="numbers">
              {count}
              {place !== undefined &&
                ` · ${t('together.place', { place: Math.round(place * 10) / 10 })}`}
            </span>
            <svg
              aria-hidden="true"
              className={classes.line}
              viewBox="0 0 100 1"
              preserveAspectRatio="none"
            >
              <rect width="100" height="1" fill="var(--surface-sunken)" />
              <rect
                width={figures.total > 0 ? (100 * count) / figures.total : 0}
                height="1"
                fill={colour}
              />
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
