import { useTranslation } from 'react-i18next';
import type { RoundItemResult } from '../queries';
import classes from './rounds.module.css';

/** What the team made of an item, and the words of those who dissent, without their names. */
export function ItemOutcome({ item }: { item: RoundItemResult }) {
  const { t } = useTranslation('rounds');
  const quoted = item.minority.filter(({ is_quoted }) => is_quoted);
  return (
    <>
      {item.finding && (
        <p className={classes.finding}>{t(`feedback.outcome.${item.finding.outcome}`)}</p>
      )}
      {item.finding?.words && <p className={classes.prose}>{item.finding.words}</p>}
      {quoted.length > 0 && (
        <>
          <h3>{t('feedback.minority')}</h3>
          <ul className={classes.quotes}>
            {quoted.map(({ id, text }) => (
              <li key={id}>
                <blockquote>{text}</blockquote>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
