import { VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './rating-scale.module.css';

/** A number of the scale, or that one cannot say; `null` while nothing is chosen. */
export type Rating = number | 'unable' | null;

export interface Band {
  from: number;
  to: number;
  label: string;
}

interface RatingScaleProps {
  /** The question, read out before the choices. */
  legend: string;
  isLegendHidden?: boolean;
  /** In order and without gaps; they are the scale. */
  bands: readonly Band[];
  value: Rating;
  onChange: (value: Exclude<Rating, null>) => void;
  isDisabled?: boolean;
}

/** One choice from a scale in named bands, or "unable to say"; the arrow keys move the choice. */
export function RatingScale({ legend, bands, value, onChange, ...rest }: RatingScaleProps) {
  const { t } = useTranslation('ui');
  const name = useId();
  const legendText = rest.isLegendHidden ? <VisuallyHidden>{legend}</VisuallyHidden> : legend;
  const choice = (option: number | 'unable') => ({
    type: 'radio' as const,
    name,
    checked: value === option,
    onChange: () => onChange(option),
  });
  return (
    <fieldset className={classes.scale} disabled={rest.isDisabled}>
      <legend className={classes.legend}>{legendText}</legend>
      <div className={classes.bands}>
        {bands.map((band) => (
          <div key={band.from} className={classes.band}>
            <div className={classes.values}>
              {valuesOf(band).map((option) => (
                <label key={option} className={classes.value}>
                  <input
                    {...choice(option)}
                    aria-label={t('rating.option', { value: option, band: band.label })}
                  />
                  <span aria-hidden>{option}</span>
                </label>
              ))}
            </div>
            <div className={classes.bandLabel} aria-hidden>
              {band.label}
            </div>
          </div>
        ))}
      </div>
      <label className={classes.unable}>
        <input {...choice('unable')} />
        <span>{t('rating.unable')}</span>
      </label>
    </fieldset>
  );
}

function valuesOf({ from, to }: Band): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
