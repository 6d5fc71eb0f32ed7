import { IconArrowForwardUp, IconCheck, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import classes from './rounds.module.css';

export type Vote = components['schemas']['Vote'];

const VOTES = [
  { vote: 'agree', icon: IconCheck },
  { vote: 'disagree', icon: IconX },
  { vote: 'pass', icon: IconArrowForwardUp },
] as const;

interface VoteButtonsProps {
  legend: string;
  value: Vote | null;
  onChange: (vote: Vote) => void;
  isDisabled?: boolean;
}

/** Agree, disagree or pass: three large targets; the arrow keys move the choice. */
export function VoteButtons({ legend, value, onChange, isDisabled }: VoteButtonsProps) {
  const { t } = useTranslation('rounds');
  const name = useId();
  return (
    <fieldset className={classes.votes} disabled={isDisabled}>
      <legend className={classes.legend}>{legend}</legend>
      {VOTES.map(({ vote, icon: Icon }) => (
        <label key={vote} className={classes.vote}>
          <input
            type="radio"
            name={name}
            checked={value === vote}
            onChange={() => onChange(vote)}
          />
          <span>
            <Icon size={22} aria-hidden />
            {t(`answer.${vote}`)}
            {vote === 'pass' && <small>{t('answer.passMeaning')}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
