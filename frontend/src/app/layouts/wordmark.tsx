import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './layouts.module.css';

/** The product's name, leading to where the person begins. */
export function Wordmark() {
  const { t } = useTranslation('app');
  return (
    <Link to="/" className={classes.wordmark}>
      <img src="/favicon.svg" alt="" width={24} height={24} />
      {t('name')}
    </Link>
  );
}
