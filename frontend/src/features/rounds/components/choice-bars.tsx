import { useTranslation } from 'react-i18next';
import type { ChoiceResult } from '../queries';
import classes from './choice-bars.module.css';

interface ChoiceBarsProps {
  name: string;
  figures: ChoiceResult['whole'];
  options: ChoiceResult['question']['options'];
}

/** How many chose each option, as a table whose last column is drawn. */
export function ChoiceBars({ name, figures, options }: ChoiceBarsProps) {
  const { t } = useTranslation('rounds');
  return (
    <table className={classes.table}>
      <caption>{t('results.choiceOf', { name, count: figures.answered })}</caption>
      <tbody>
        {options.map(({ id, label }) => {
          const count = figures.counts.find(({ option_id }) => option_id === id)?.count ?? 0;
          return (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className={classes.count}>{count}</td>
              <td className={classes.track} aria-hidden>
                <svg className={classes.bar} viewBox="0 0 100 10" preserveAspectRatio="none">
                  <title>{label}</title>
                  <rect className={classes.ground} width="100" height="10" />
                  <rect
                    width={figures.answered ? (100 * count) / figures.answered : 0}
                    height="10"
                  />
                </svg>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
